"""What the picture of the trial says."""

from collections.abc import Mapping

TITLE = "Сколько помнят к последнему дню и сколько минут на это ушло"
MINUTES = "минут за все дни"
REMEMBERED = "помнит в последний день"
WAYS: Mapping[str, str] = {"ours": "по плану", "random": "наугад", "weekly": "раз в неделю"}
