"""The transformer in PyTorch, with the same kinds of outputs as the network: pieces, whole, grade."""

import torch
import torch.nn.functional as F  # noqa: N812  (PyTorch's own custom)
from torch import Tensor, nn

from trainer.text.network import MIDDLE_GRADE, POOL_SHARPNESS
from trainer.training.transformer.packed import Packed

_KEPT_POSITIONS = 256
_POOL_SHIFT, _LENGTH_SHIFT = 1.5, 3.5
_FAR_BELOW = 1e4


class Layer(nn.Module):
    """One layer of BERT (Devlin et al., 2019): attention, then two products."""

    def __init__(self, packed: Packed, number: int) -> None:
        """Take the weights of the layer of a number."""
        super().__init__()
        self.heads, width, inner = packed.heads, packed.width, packed.inner
        # Queries, keys and values in one product.
        self.qkv = nn.Linear(width, 3 * width)
        for part, name in enumerate("qkv"):
            rows = slice(part * width, (part + 1) * width)
            self.qkv.weight.data[rows] = _array(packed, f"l{number}.{name}.w", width, width)
            self.qkv.bias.data[rows] = _array(packed, f"l{number}.{name}.b", width)
        self.joined = _linear(packed, f"l{number}.ao", width, width)
        self.up = _linear(packed, f"l{number}.fi", width, inner)
        self.down = _linear(packed, f"l{number}.fo", inner, width)
        self.first, self.second = _norm(packed, f"l{number}.aln"), _norm(packed, f"l{number}.oln")

    def forward(self, x: Tensor, bias: Tensor, drop: nn.Dropout) -> Tensor:
        """Read (texts, pieces, width); ``bias`` keeps eyes off the padding."""
        texts, pieces, width = x.shape
        parts = self.qkv(x).view(texts, pieces, 3, self.heads, width // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.first(x + drop(self.joined(seen.transpose(1, 2).reshape(texts, pieces, width))))
        out: Tensor = self.second(x + drop(self.down(F.gelu(self.up(x)))))
        return out


class Transformer(nn.Module):
    """The layers of E5 (tuned gently; its words stay as they are) below a head of our own."""

    def __init__(self, packed: Packed, classes: int, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        """Set up for ``classes`` standards."""
        super().__init__()
        width = packed.width
        # Not parameters: a hundred million numbers that a few thousand texts could only spoil.
        self.words = torch.tensor(packed.array("emb.word", packed.words, width)).half()
        self.kind = torch.tensor(packed.array("emb.type", packed.kinds, width))[0]
        self.places = nn.Parameter(
            _array(packed, "emb.pos", packed.positions, width)[:_KEPT_POSITIONS].clone()
        )
        self.norm = _norm(packed, "emb.ln")
        self.layers = nn.ModuleList(Layer(packed, number) for number in range(packed.layers))
        self.drop, self.head_drop = nn.Dropout(dropout), nn.Dropout(head_dropout)
        self.out, self.doc = nn.Linear(width, classes), nn.Linear(2 * width, classes)
        self.hidden, self.grade = nn.Linear(2 * width + 1, 64), nn.Linear(64, 1)

    def body(self) -> list[nn.Parameter]:
        """Return what came trained."""
        return [p for name, p in self.named_parameters() if name.startswith(("layers", "norm", "places"))]

    def head(self) -> list[nn.Parameter]:
        """Return what learns from nothing."""
        return [p for name, p in self.named_parameters() if not name.startswith(("layers", "norm", "places"))]

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return logits at pieces (texts, pieces, classes) and of the whole (texts, classes), and grades (texts)."""
        h, m = self._read(ids, mask).float(), mask[..., None]
        mean = (h * m).sum(1) / m.sum(1)
        whole = torch.cat([mean, (h - _FAR_BELOW * (1 - m)).max(1).values], -1)
        at_piece = self.out(self.head_drop(h))
        pooled = torch.logsumexp((at_piece - _FAR_BELOW * (1 - m)) * POOL_SHARPNESS, 1) / POOL_SHARPNESS
        logits = pooled - _POOL_SHIFT + self.doc(self.head_drop(whole))
        length = mask.sum(1, keepdim=True).log() - _LENGTH_SHIFT
        told = F.gelu(self.hidden(torch.cat([self.head_drop(whole), length], -1)))
        return at_piece, logits, self.grade(told)[:, 0] + MIDDLE_GRADE

    def _read(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.words[ids].float() + self.places[: ids.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        hidden = torch.zeros(len(ids), 1, 1, ids.shape[1])
        bias = hidden.masked_fill(mask[:, None, None] == 0, -_FAR_BELOW)
        for layer in self.layers:
            x = layer(x, bias, self.drop)
        return x


def _array(packed: Packed, name: str, *shape: int) -> Tensor:
    return torch.tensor(packed.array(name, *shape))


def _linear(packed: Packed, name: str, inputs: int, outputs: int) -> nn.Linear:
    layer = nn.Linear(inputs, outputs)
    layer.weight.data = _array(packed, f"{name}.w", outputs, inputs)
    layer.bias.data = _array(packed, f"{name}.b", outputs)
    return layer


def _norm(packed: Packed, name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(packed.width, eps=packed.eps)
    layer.weight.data, layer.bias.data = (
        _array(packed, f"{name}.w", packed.width),
        _array(packed, f"{name}.b", packed.width),
    )
    return layer
