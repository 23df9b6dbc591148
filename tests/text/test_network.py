import numpy as np
import pytest
from numpy.testing import assert_allclose

from trainer.text.analysis import Text
from trainer.text.meaning import Reader
from trainer.text.network import Array, Network, gelu
from trainer.text.piece_rows import layer_norm
from trainer.text.pieces import SIZE, Pieces, embed, pieces_of


def read(reader: Reader, typed: str) -> tuple[tuple[Array, Array, float], Pieces]:
    pieces = pieces_of(Text(typed))
    numbers = np.array(pieces.sentence), np.array(pieces.clause)
    return reader.networks[0].read(pieces.ids, *numbers), pieces


def test_rows_are_normalised() -> None:
    one, none = np.ones(3, np.float32), np.zeros(3, np.float32)
    rows = layer_norm(np.array([[1, 2, 3], [10, 20, 60]], np.float32), one, none, 1e-9)
    assert_allclose(rows.mean(axis=1), 0, atol=1e-6)
    assert_allclose(rows.std(axis=1), 1, atol=1e-4)
    scaled = layer_norm(np.array([[1, 2, 3]], np.float32), 2 * one, none + 5, 1e-9)
    assert_allclose(scaled.mean(), 5, atol=1e-5)


def test_gelu_lets_the_large_pass_and_stops_the_negative() -> None:
    assert_allclose(gelu(np.array([-10.0, 0.0, 10.0], np.float32)), [0, 0, 10], atol=1e-4)


@pytest.mark.parametrize("typed", ["Да.", "Здравствуйте! Курьер приедет завтра, но позже."])
def test_logits_for_each_piece_and_for_the_whole(reader: Reader, typed: str) -> None:
    (at_piece, whole, _), pieces = read(reader, typed)
    assert at_piece.shape == (len(pieces.ids), len(reader.classes))
    assert whole.shape == (len(reader.classes),)
    assert np.isfinite(at_piece).all()
    assert np.isfinite(whole).all()


def test_the_same_text_gives_the_same_logits(reader: Reader) -> None:
    first, second = (read(reader, "Курьер приедет завтра.")[0][1] for _ in range(2))
    assert (first == second).all()


# A network of made-up weights, and the same arithmetic written out piece by piece with plain loops.
GRAMS, HEAD, CLASSES, LAYERS = ((2, 0), (3, 1), (5, 2)), 5, 3, 2
IDS = (1, 40, 900, 7, 40, 1500, 2)
SENTENCE, CLAUSE = (0, 0, 0, 0, 1, 1, 1), (0, 0, 1, 1, 2, 2, 3)


def made_up(*, wide: bool = True, grade: bool = True) -> dict[str, Array]:
    chance = np.random.default_rng(7)
    features = SIZE + 3 * 256
    shapes = {"proj_w": (SIZE, 768), "proj_b": (768,), "ln_g_all": (768,), "ln_b_all": (768,)}
    shapes |= {"ln_g": (features,), "ln_b": (features,), "inp_w": (features, HEAD), "inp_b": (HEAD,)}
    for i, (order, _) in enumerate(GRAMS):
        shapes |= {f"w1_{i}": (order * 256, 256), f"b1_{i}": (256,)}
        shapes |= {f"w2_{i}": (order * 256, 256), f"b2_{i}": (256,)}
    shapes |= {"cnn_w": (features, 8), "cnn_b": (8,), "d0": (8, 8), "p1": (8, 8), "d1": (8, 8), "d2": (8, 8)}
    shapes |= {
        "p3": (8, 4),
        "d3": (8, 4),
        "us_w": (4, HEAD),
        "us_b": (HEAD,),
        "uc_w": (4, HEAD),
        "uc_b": (HEAD,),
    }
    for i in range(LAYERS):
        shapes |= {
            f"conv{i}_w": (3 * HEAD, HEAD),
            f"conv{i}_b": (HEAD,),
            f"ln{i}_g": (HEAD,),
            f"ln{i}_b": (HEAD,),
        }
    shapes |= {"glob_w": (2 * HEAD, HEAD), "glob_b": (HEAD,), "out_w": (HEAD, CLASSES), "out_b": (CLASSES,)}
    shapes |= {"doc_w": (2 * HEAD, CLASSES), "doc_b": (CLASSES,)}
    if wide:
        shapes |= {"wide_w": (features, CLASSES), "wide_b": (CLASSES,)}
    if grade:
        shapes |= {
            "hidden_w": (2 * HEAD + CLASSES + 1, 4),
            "hidden_b": (4,),
            "grade_w": (4, 1),
            "grade_b": (1,),
        }
    made = {k: chance.normal(size=s) / np.sqrt(s[0] if len(s) > 1 else 4) for k, s in shapes.items()}
    return {"eps": np.array(0.01), **made}


def by_hand(w: dict[str, Array], rows: Array) -> tuple[Array, Array, float]:  # noqa: C901
    n = len(rows)

    def near(x, i, back, on):
        zero = np.zeros(x.shape[1])
        return np.concatenate([x[j] if 0 <= j < n else zero for j in range(i - back, i + on + 1)])

    def normal(x, gain, bias, eps):
        return (x - x.mean()) / np.sqrt(x.var() + eps) * gain + bias

    def bump(x):
        return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))

    def above(x):
        return np.where(x > 0, x, 0)

    eps = float(w["eps"])
    first = np.array([normal(r @ w["proj_w"] + w["proj_b"], w["ln_g_all"], w["ln_b_all"], eps) for r in rows])
    parts = [rows]
    for b, (order, back) in enumerate(GRAMS):
        own = first[:, 256 * b : 256 * b + 256]
        for step in ("1", "2"):
            weights, bias = w[f"w{step}_{b}"], w[f"b{step}_{b}"]
            own = np.array(
                [above(near(own, i, back, order - 1 - back) @ weights + bias) + own[i] for i in range(n)]
            )
        parts.append(own)
    features = np.array([normal(row, w["ln_g"], w["ln_b"], eps) for row in np.concatenate(parts, axis=1)])
    x = features @ w["inp_w"] + w["inp_b"]
    for name, numbers in (("s", SENTENCE), ("c", CLAUSE)):
        for i in range(n):
            inside = [features[j] for j in range(n) if numbers[j] == numbers[i]]
            mean = sum(row @ w["cnn_w"] + w["cnn_b"] for row in inside) / np.sqrt(len(inside))
            y0 = above(mean @ w["d0"])
            y1 = above(mean @ w["p1"] + y0 @ w["d1"])
            unit = np.tanh(y1 @ w["p3"] + above(y1 @ w["d2"]) @ w["d3"])
            unit = 8 * unit / np.sqrt((unit**2).sum() + eps)
            x[i] += unit @ w[f"u{name}_w"] + w[f"u{name}_b"]
    h = bump(x)
    for k in range(LAYERS):
        rows_ = [
            np.concatenate([h[j] if 0 <= j < n else np.zeros(HEAD) for j in (i - 2**k, i, i + 2**k)])
            for i in range(n)
        ]
        wave = [bump(row @ w[f"conv{k}_w"] + w[f"conv{k}_b"]) for row in rows_]
        h = np.array([normal(h[i] + wave[i], w[f"ln{k}_g"], w[f"ln{k}_b"], 1e-5) for i in range(n)])
    whole = np.concatenate([h.mean(axis=0), h.max(axis=0)])
    at_piece = (h + bump(whole @ w["glob_w"] + w["glob_b"])) @ w["out_w"] + w["out_b"]
    if "wide_w" in w:
        at_piece = at_piece + features @ w["wide_w"] + w["wide_b"]
    logits = np.log(np.exp(2 * at_piece).sum(axis=0)) / 2 - 0.3 + whole @ w["doc_w"] + w["doc_b"]
    if "grade_w" not in w:
        return at_piece, logits, 0.0
    told = np.concatenate([whole, np.tanh(logits / 4), [np.log(n) - 4]])
    grade = bump(told @ w["hidden_w"] + w["hidden_b"]) @ w["grade_w"] + w["grade_b"]
    return at_piece, logits, float(grade[0]) + 3


@pytest.mark.parametrize(
    ("wide", "grade", "common"),
    [(True, True, ()), (False, False, (40, 7, 2)), (True, True, (*IDS[:3], *IDS[5:], 8))],
)
def test_the_forward_pass_is_what_the_same_sums_piece_by_piece_give(
    wide: bool, grade: bool, common: tuple[int, ...]
) -> None:
    weights = made_up(wide=wide, grade=grade)
    found = Network(weights, common).read(IDS, np.array(SENTENCE), np.array(CLAUSE))
    for ours, plain in zip(found, by_hand(weights, embed(IDS)), strict=True):
        assert_allclose(ours, plain, rtol=1e-3, atol=1e-4)
