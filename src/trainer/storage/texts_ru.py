"""What storage says to people."""

import errno

NOT_KEPT = (
    "Папка «{folder}» недоступна для записи ({why}). Тренироваться можно, но после выхода разговор "
    "не сохранится. Укажите другую папку в переменной TRAINER_HOME."
)
DAMAGED = "строка журнала повреждена; разговор до неё цел, но продолжить его нельзя"
REASONS = {
    errno.EBUSY: "этот разговор открыт в другом окне",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск только для чтения",
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "на диске нет места",
    errno.ENOTDIR: "на её месте лежит файл",
    errno.EEXIST: "на её месте лежит файл",
}
OTHER_REASON = "ошибка диска {number}"
