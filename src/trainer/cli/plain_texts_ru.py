"""What the line by line mode says where the app has its first screen and the mentor's desk."""

from collections.abc import Mapping

HOME: Mapping[str, str] = {
    "hello": "Тренажёр разговоров с клиентами.",
    "person": "Занимается: {name}.",
    "who": "Кто занимается? Напишите номер.",
    "player": "{number}. {name}{more}",
    "mentor": ", наставник",
    "asks-pin": ", спросит PIN",
    "pin": "PIN: ",
    "news": "Наставник написал вам в разговоре «{title}». Прочитать: trainer transcript {session}",
    "broken": "Часть сценариев не открылась, в них ошибка: {problem}",
    "what": "Что можно сделать:",
    "task": "{number}. Задано: {title}, {state}, сделано {passed} из {items}{due}",
    "due": ", срок {day}",
    "left-talk": "{number}. Продолжить разговор «{title}», ответов {answers}",
    "left-series": "{number}. Продолжить упражнение «{title}», ответов {answers}",
    "pack": "{number}. Набор «{title}»: разговоров {talks}, упражнений {drills}",
    "rest": "{number}. Передышка: {title}",
    "choose": "Напишите номер. Команды: /help",
    "pack-open": "Набор «{title}».",
    "talk": "{number}. Разговор «{title}». {client}: {mood}",
    "drill": "{number}. Упражнение «{title}»: {form}",
    "plan": "{day}: {items}",
    "plan-item": "{title} ({mark})",
    "done": "сделано",
    "to-do": "не сделано",
    "rested": "когда захотите",
    "back": "Напишите номер. Пустая строка – назад.",
    "prompt": "Номер: ",
    "wrong": "«{word}» не подходит. Нужен номер от 1 до {last} или команда, список команд: /help",
    "exam-on": "Режим экзамена: разбор в конце, подсказок нет. Ещё раз /exam – обучение.",
    "exam-off": "Режим обучения: разбор после каждого ответа.",
    "nothing": "Разговоров и упражнений не нашлось.",
    "bye": "До встречи!",
    "help": """Номер открывает то, что под ним.
/exam – экзамен или обучение
/standards – все стандарты; /standards извинение – найти по слову
/refresh – освежить за десять минут; /progress – где я сейчас и что поможет
/records – мои разговоры; /report – как я занимаюсь; /objections – мои возражения
/who – занимается другой человек
/desk – стол наставника
/say – прочитать список ещё раз
/quit – выйти""",
}
DESK: Mapping[str, str] = {
    "hello": "Стол наставника: {title}.",
    "nobody": "Учеников с ответами пока нет.",
    "open": "Возражений ждут решения: {count}. Прочитать: /objections",
    "choose": "Напишите номер ученика. Команды: /help",
    "prompt": "Номер или команда: ",
    "quality": "{title}: {points} балла на ответ, {word}",
    "talks": "Разговоры и упражнения:",
    "talk": "{number}. {line}",
    "no-talks": "Разговоров с ответами пока нет.",
    "choose-talk": "Напишите номер разговора. Пустая строка – назад.",
    "said": "Комментарий: /comment НОМЕР ВИД ТЕКСТ. Виды: {kinds}. Пустая строка – назад.",
    "how-comment": "Напишите номер ответа, вид и текст. Например: /comment 1 actionable Назовите срок сразу",
    "commented": "Комментарий записан. Ученик увидит его на первом экране и в разборе.",
    "how-decide": "Напишите номер возражения и причину. Например: /withdraw 3 Это слова клиента",
    "group": "Группы: {names}. Выбрать: /group НАЗВАНИЕ, все ученики: /group",
    "help": """Номер открывает ученика, а у ученика – разговор.
/objections – возражения, которые ждут решения; /objections все – и решённые
/keep НОМЕР ПРИЧИНА – снятие остаётся; /withdraw НОМЕР ПРИЧИНА – снятие отменяется
/comment НОМЕР ВИД ТЕКСТ – комментарий к ответу, когда разговор открыт
/weak – на чём теряют баллы; /assigned – кто где с заданиями
/group НАЗВАНИЕ – только эта группа; /group – все
/say – прочитать список ещё раз
/quit – выйти""",
}
PREVIEW: Mapping[str, str] = {
    "broken": "В файле ошибки, идёт прежняя версия:",
    "fine": "Файл обновлён, вы на том же шаге.",
    "gone": "Этого шага в файле больше нет: разговор начат сначала.",
    "problems": "Замечания к сценарию:",
}
REPORT: Mapping[str, str] = {
    "person": "{name}: ответов {answers}, средний балл {score}. Слабое место: {weak}.",
    "quality": "{name}, {title}: {points} балла на ответ, {word}.",
    "standard": "Стандарт «{title}»: {points} балла на ответ, не вышло {lost}, вышло {shown}.",
    "week": "{name}. {week}.",
    "none": "нет",
    "nothing": "Баллы нигде не теряются. Отличная работа!",
}
