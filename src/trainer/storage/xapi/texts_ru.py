"""What the exchange with an LRS says to people."""

from collections.abc import Mapping

from trainer.storage.texts_ru import SETTINGS_TEXTS

XAPI_TEXTS: Mapping[str, str] = {
    **SETTINGS_TEXTS,
    "E240": "адрес LRS не подходит: нужен http:// или https:// и имя сервера, без «?» и «#»",
    "E241": "имя и пароль в адресе видны всем: уберите их и задайте TRAINER_LRS_KEY и TRAINER_LRS_SECRET",
    "E242": "нужны обе переменные: TRAINER_LRS_KEY и TRAINER_LRS_SECRET",
    "E243": "LRS не принял имя или пароль (HTTP {status}): проверьте TRAINER_LRS_KEY и TRAINER_LRS_SECRET",
    "E244": "по этому адресу записи не принимают (HTTP {status}): проверьте адрес",
    "E245": "[xapi] text: нужно true или false",
    "E246": "[xapi] home_page: нужен адрес вашего центра в кавычках, например https://help.example.ru",
    "E247": "[xapi] pass_mark: нужно целое от 0 до 100",
    "E248": 'укажите в {file}, чьи это люди: [xapi] и строкой ниже home_page = "https://help.example.ru"',
}
UNREACHABLE: Mapping[str, str] = {
    "timeout": "LRS не ответил вовремя",
    "resolve": "адрес LRS не найден",
    "refused": "LRS не принимает соединения",
    "closed": "LRS оборвал соединение",
    "tls": "сертификат LRS не прошёл проверку",
    "status": "LRS ответил ошибкой HTTP {status}",
    "answer": "ответ не похож на ответ LRS",
}
