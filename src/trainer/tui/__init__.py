"""The screens (Textual). Thin: everything they show is computed below."""
