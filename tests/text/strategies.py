"""Texts as people type them, and as nobody should."""

import unicodedata

from hypothesis import strategies as st

LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЁЙМЯ"
ODD = "\r\n\t\u00a0\u200b\u200d\ufe0f\u0301\u0306\u0308«»“”„’—–−…№₽😀👩🇷\u202e\x00\x1b\ud800İßﬁ²½"
TYPED = st.text(st.sampled_from(LETTERS + ODD + "abcxyzABC0123456789 .,!?;:-()\"'@/_%"), max_size=60)
# Letters without a Unicode name have a test of their own.
WILD = st.text(
    st.characters(codec=None).filter(lambda c: unicodedata.name(c, "") or not c.isalpha()), max_size=60
)
PIECES = st.sampled_from(
    ["Здравствуйте", "и\u0306", "е\u0308", "\r\n", "👩‍👧", "🇷🇺", "250 ₽", "с 12 до 15", "не", "курьер", "«", "»", "!", "...",
     ")))", "\u200b", "cпасибо", "a@b.ru", "https://x.ru/а", "48-1173", "ты", "успокойтесь",
     "двести пятьдесят", "\u0301", "ﬁ", "—"]
)  # fmt: skip
LINES = st.lists(PIECES, max_size=20).map(" ".join)
ANY = st.one_of(TYPED, WILD, LINES)
