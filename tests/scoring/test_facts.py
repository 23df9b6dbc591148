"""Facts given and contradicted: the rules on a small fact, then the facts of the four scenarios."""

import pytest

from tests.conftest import At, scenario
from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Setting
from trainer.scoring.context import CARD
from trainer.scoring.facts import find_facts
from trainer.text.analysis import Text

FEE = Fact(
    "fee", "250 ₽, от пяти бесплатно", True, (("#250",), ("бесплатн~ #5",)), ("(платн~|платить) всегда",)
)
SOON = Fact(
    "soon", "приедем завтра", True, (("завтра",),), ("(=приедем|=приедет) сегодня", "срок~ *3 =сгорит")
)


def at_turn(*facts: Fact, client: str = "Когда и почём?") -> Setting:
    return Setting(turn=Turn("t", client, (), facts))


def test_a_fact_needs_all_its_parts() -> None:
    whole = find_facts(Text("Забор стоит 250 ₽, с пяти посылок бесплатно."), at_turn(FEE))
    assert set(whole.given) == {"fee"}
    assert whole.missing == ()
    half = find_facts(Text("Забор стоит 250 ₽."), at_turn(FEE))
    assert not half.given
    assert half.missing == ("fee",)


def test_evidence_covers_the_words_of_all_parts() -> None:
    typed = "Да. Цена 250 ₽, бесплатно от пяти посылок. До встречи!"
    assert find_facts(Text(typed), at_turn(FEE)).given["fee"].of(typed) == "250 ₽, бесплатно от пяти"


def test_a_fact_that_is_not_required_is_never_missing() -> None:
    extra = Fact("extra", "бонус", False, (("бонус",),))
    assert find_facts(Text("Привет"), at_turn(extra)).missing == ()


def test_a_contradicted_fact_is_wrong_and_not_given() -> None:
    typed = "Не завтра, а раньше: курьер приедет сегодня. Завтра выходной."
    found = find_facts(Text(typed), at_turn(SOON))
    assert [s.of(typed) for s in found.wrong["soon"]] == ["приедет сегодня"]
    assert "soon" not in found.given
    assert found.missing == ("soon",)


@pytest.mark.parametrize(
    "typed",
    [
        "Сегодня не приедем.",
        "Не приедем сегодня, увы.",
        "Если бы написали утром, приехали бы сегодня, а так нет.",
        "Вы просите «приедем сегодня», а получится завтра.",
        "Курьер приедет сегодня?",
        "Приедем сегодня или завтра, спрошу у диспетчера.",
        "Вы боитесь, что приедем сегодня.",
        "Не думайте, что курьер приедет сегодня.",
        "Иначе срок обмена сгорит.",
        "Если не подать заявку, срок сгорит.",
    ],
)
def test_what_is_denied_asked_quoted_or_feared_is_no_statement(typed: str) -> None:
    assert not find_facts(Text(typed), at_turn(SOON)).wrong


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("Приедем сегодня вот так невозможно", False),
        ("Приедем сегодня вот так же невозможно", True),  # three words further on at most
        ("Приедем сегодня, это невозможно", True),  # another clause
        ("Никак не приедем сегодня", False),
        ("Не сам приедем сегодня", False),
        ("Не сам же приедем сегодня", True),  # two words before at most
        ("Если вы нам напишете, что не против, срок сгорит", False),
        ("Если вы нам скоро напишете, что вы уже не против, срок сгорит", True),  # eight words are no warning
        ("Приедем сегодня бы", False),
        ("Приедем сегодня или завтра", False),
        ("Приедем сегодня, а завтра позвоним", True),
        ("Приедем сегодня к вечеру, а завтра позвоним", True),
        ("Приедем сегодня? )", False),
        ("Думаю, что приедем сегодня", True),  # the operator's own opinion
        ("Не думайте о плохом: приедем сегодня", True),
    ],
)
def test_how_far_denials_and_warnings_reach(typed: str, wrong: bool) -> None:
    assert bool(find_facts(Text(typed), at_turn(SOON)).wrong) is wrong


def test_the_case_that_the_client_asks_about_is_no_warning() -> None:
    setting = at_turn(SOON, client="А если не найдёте?")
    assert find_facts(Text("Если не найдём, срок сгорит."), setting).wrong


def test_what_contradicts_the_card_is_wrong_at_any_turn_and_gives_no_fact() -> None:
    pack = Fact("pack", "упаковать", True, (("упак~",),))
    card = ("курьер *2 =упакует", "(((", "=упакует *2 (бесплатно|даром)")
    setting = Setting(turn=Turn("t", "Что нужно?", (), (SOON, pack)), contradictions=card)
    typed = "Завтра курьер всё упакует даром."
    found = find_facts(Text(typed), setting)
    assert [s.of(typed) for s in found.wrong[CARD]] == ["курьер всё упакует", "упакует даром"]
    assert set(found.given) == {"soon"}
    assert found.missing == ("pack",)
    own = find_facts(Text("Завтра. Упакуйте сами, курьер не упакует."), setting)
    assert set(own.given) == {"soon", "pack"}
    assert not find_facts(Text("Курьер всё упакует?"), setting).wrong


GIVEN = [
    ("courier-pickup/question", "possible", "Может, почему нет."),
    ("courier-pickup/question", "possible", "Конечно, офисы мы обслуживаем."),
    ("courier-pickup/question", "when", "До трёх дня закажете - машина сегодня, после - в ближайший будний."),
    ("courier-pickup/question", "price", "250 рублей, а за пять посылок и больше денег не возьмём."),
    ("courier-pickup/question", "price", "Двести пятьдесят, при пяти и более плата не взимается."),
    ("courier-pickup/slot", "slots", "Либо с десяти до часу, либо с двух до пяти."),
    ("courier-pickup/confirm", "pack", "Заверните всё хорошенько."),
    ("courier-pickup/confirm", "waybill", "Бумаги у курьера свои, печатать нечего."),
    ("courier-pickup/confirm", "waybill", "Накладную печатать не надо, курьер принесёт свою."),
    ("courier-pickup/confirm", "call", "За полчаса отзвонится."),
    ("stolen-parcel/accusation", "search", "Уже разыскиваем."),
    ("stolen-parcel/distrust", "claim-now", "Бумагу на выплату можно подать хоть сию минуту."),
    ("stolen-parcel/compensation", "papers", "Впишите номер заказа и приложите фотоснимок чека."),
    ("quarantine-headphones/defect", "home-visit", "Мастер за день-два подскочит домой, денег не берёт."),
    ("quarantine-headphones/defect", "freeze", "Сегодня регистрируем обмен, и две недели никуда не убегут."),
    ("quarantine-headphones/visit", "length", "Минут двадцать, не больше."),
    ("quarantine-headphones/visit", "call", "За часок мастер наберёт."),
    ("quarantine-headphones/visit", "two-days", "В пределах двух дней, денег не попросит."),
    ("abusive-client/insult", "new-date", "Завтра, двенадцать – пятнадцать."),
    ("abusive-client/threat", "closing", "Чат завершаю, начальству доложено."),
    ("abusive-client/cooled", "call", "Курьер свяжется с вами за шестьдесят минут."),
]
OPEN = [
    ("courier-pickup/question", "possible", "Из офиса курьер не забирает."),
    ("courier-pickup/question", "when", "После 15:00 на следующий рабочий день."),
    ("courier-pickup/question", "price", "Забор стоит 250 ₽."),
    ("courier-pickup/slot", "slots", "Завтра с 10 до 13."),
    ("courier-pickup/confirm", "waybill", "Не забудьте распечатать накладную."),
    ("courier-pickup/confirm", "call", "Курьер позвонит заранее."),
    ("stolen-parcel/accusation", "last-scan", "Посылка была в Самаре."),
    ("stolen-parcel/distrust", "claim-now", "Заявление можно подать только после окончания розыска."),
    ("quarantine-headphones/defect", "home-visit", "Мастер приедет к вам бесплатно."),
    ("quarantine-headphones/defect", "freeze", "Зарегистрирую заявку на обмен."),
    ("quarantine-headphones/visit", "kit", "Приготовьте наушники и коробку."),
    ("abusive-client/insult", "new-date", "Завтра привезём."),
    ("abusive-client/threat", "mail", "Пишите на help@vektor.example."),
]


@pytest.mark.parametrize(("place", "fact", "typed"), GIVEN)
def test_scenarios_know_a_fact_in_other_words(at: At, place: str, fact: str, typed: str) -> None:
    assert fact in find_facts(Text(typed), at(place)).given


@pytest.mark.parametrize(("place", "fact", "typed"), OPEN)
def test_scenarios_leave_a_fact_open_that_is_half_said(at: At, place: str, fact: str, typed: str) -> None:
    assert fact not in find_facts(Text(typed), at(place)).given


WRONG = [
    ("courier-pickup/question", "Увы, из офиса курьеры не забирают, привозите сами."),
    ("courier-pickup/question", "Забираем бесплатно, даже за одну посылку."),
    ("courier-pickup/question", "Бесплатно от трёх посылок."),
    ("courier-pickup/slot", "Марина, приедем сегодня до семи вечера."),
    ("courier-pickup/slot", "Заберём только послезавтра."),
    ("courier-pickup/confirm", "Распечатайте накладную и положите в коробку."),
    ("courier-pickup/confirm", "И накладную не забудьте распечатать."),
    ("courier-pickup/confirm", "Курьер всё упакует сам."),
    ("courier-pickup/confirm", "Курьер позвонит за час."),
    ("stolen-parcel/accusation", "Ваш заказ позавчера прибыл в Казань."),
    ("stolen-parcel/accusation", "Розыск ещё не открыт."),
    ("stolen-parcel/distrust", "Заявление подаётся только после окончания розыска."),
    ("stolen-parcel/compensation", "Если не найдём, вернём половину стоимости."),
    ("stolen-parcel/compensation", "Понадобится паспорт."),
    ("quarantine-headphones/defect", "Выезд мастера платный."),
    ("quarantine-headphones/defect", "14 дней прошли - обмена не будет."),
    ("quarantine-headphones/defect", "Деньги вернём даже без диагностики."),
    ("quarantine-headphones/visit", "Коробка не нужна."),
    (
        "stolen-parcel/accusation",
        "Посылка уже найдена, послезавтра напишу ещё.",
    ),  # another day, no other statement
    ("stolen-parcel/accusation", "У меня стоит «вручено», она у вас."),  # the very status is meant
    ("stolen-parcel/compensation", "Заявление в разделе «Возвраты»."),
    (
        "stolen-parcel/accusation",
        "Боюсь, что розыск ещё не открыли.",
    ),  # the operator's own belief is a statement
    (
        "quarantine-headphones/visit",
        "Если брака не найдёт, выезд оплатите вы.",
    ),  # no warning: the price of a visit
    ("abusive-client/insult", "Заказ будет у вас сегодня до вечера."),
    ("abusive-client/insult", "Возврат не предусмотрен."),
    ("abusive-client/threat", "Доставка на завтра аннулирована."),
    ("abusive-client/cooled", "Послезавтра. К вечеру."),
]
FINE = [
    ("courier-pickup/question", "Нести никуда не нужно, из офиса заберём."),
    ("courier-pickup/question", "После 15:00 сегодня уже не забираем, только на следующий рабочий день."),
    ("courier-pickup/slot", "Сегодня приём закончился в три, поэтому забираем завтра."),
    ("courier-pickup/slot", "Сегодня же всё оформлю, завтра заберём."),
    ("courier-pickup/confirm", "Распечатывать накладную не понадобится, она у курьера."),
    ("courier-pickup/confirm", "С вас только упаковка, накладная приедет с курьером."),
    ("courier-pickup/confirm", "Без звонка он не приедет: за полчаса наберёт."),
    ("stolen-parcel/accusation", "Вчера открыли розыск. Отметка в Самаре пять дней назад."),
    ("stolen-parcel/distrust", "Не только после розыска, но и сейчас можно подать заявление."),
    ("stolen-parcel/compensation", "Не половину, а все 7 400 ₽ вернём за десять дней."),
    ("stolen-parcel/compensation", "Паспорт не нужен."),
    ("stolen-parcel/accusation", "Если посылка уже едет к вам, служба поиска это увидит."),
    ("stolen-parcel/accusation", "Вам кажется, что розыск не начали, но это не так."),
    ("stolen-parcel/accusation", "Это не значит, что посылка уже едет."),
    ("quarantine-headphones/defect", "Срок пойдёт дальше, когда сервис уже работает."),
    ("quarantine-headphones/defect", "Выезд мастера не платный."),
    ("quarantine-headphones/defect", "Без диагностики обмен, к сожалению, невозможен, но мастер приедет."),
    ("quarantine-headphones/defect", "Если не подать заявку, срок сгорит."),
    ("quarantine-headphones/visit", "Приготовьте наушники, футляр и коробку, платить не нужно."),
    ("abusive-client/insult", "Сегодня передам заказ курьеру, завтра он будет у вас."),
    ("abusive-client/insult", "Не нравится - отменяйте заказ."),
    ("abusive-client/threat", "Доставка не отменена, завтра с 12 до 15."),
]


@pytest.mark.parametrize(("place", "typed"), WRONG)
def test_scenarios_notice_what_contradicts_the_card(at: At, place: str, typed: str) -> None:
    assert find_facts(Text(typed), at(place)).wrong


@pytest.mark.parametrize(("place", "typed"), FINE)
def test_scenarios_leave_true_words_alone(at: At, place: str, typed: str) -> None:
    assert find_facts(Text(typed), at(place)).wrong == {}


# What contradicts the card at every turn of its scenario, and true words that stand near to it.
NEVER_TRUE = {
    "courier-pickup": [
        "Забор из офиса доступен только юрлицам с договором.",
        "Курьер на этаж не поднимается, вынесите посылку к проходной.",
        "Заберём в любой день недели, хоть в воскресенье.",
        "Заявку нужно подать минимум за сутки.",
        "Даже если заявка после трёх, курьер приедет в тот же день.",
        "Заявка до 15:00 - заберём завтра.",
        "Забор оплачивает получатель.",
        "Скидок за количество у нас нет.",
        "Цена зависит от расстояния и веса.",
        "Через чат заявки мы не принимаем.",
        "Завтра с 10 до 17 ждите курьера.",
        "Такую тяжёлую коробку курьер не возьмёт.",
        "Приготовьте паспорт и доверенность.",
        "Упаковку курьер привезёт с собой.",
        "Курьер накладных не возит, сделайте её сами.",
        "В пятницу курьеры не ездят.",
        "За вызов вы ничего не платите.",
        "Тариф 250 рублей за килограмм.",
        "Время назначает логист.",
        "Курьер звонит только по прибытии.",
        "Позвоните курьеру сами, номер пришлю.",
    ],
    "abusive-client": [
        "Задержка произошла по вашей вине.",
        "Курьер приезжал, но вас не было дома.",
        "Мы тут ни при чём, виноват склад магазина.",
        "По системе заказ уже доставлен.",
        "Такого заказа у нас нет в базе.",
        "Когда привезут, неизвестно.",
        "За доставку вернём бонусами на счёт.",
        "Вернём всю стоимость заказа.",
        "Деньги вернём только после получения заказа.",
        "Пока не извинитесь, заказ не привезём.",
        "По почте вам тоже никто не ответит.",
        "Руководителю передавать ничего не буду.",
        "После третьего оскорбления чат будет завершён.",
        "Опоздали не мы, а служба сортировки.",
        "Посылка лежит в пункте выдачи, её можно забрать.",
        "За повторный выезд нужно доплатить.",
        "Курьер наберёт, когда будет у подъезда.",
        "Компенсаций мы не выплачиваем.",
        "Из-за вашего поведения доставка переносится.",
    ],
}
ALWAYS_FINE = {
    "courier-pickup": [
        "Договор для забора не нужен.",
        "Никуда спускаться не нужно, курьер поднимется сам.",
        "В выходные забора нет.",
        "Заранее, за сутки, подавать заявку не нужно.",
        "От пяти посылок забор для вас бесплатный.",
        "Цена не зависит от веса.",
        "Если удобнее самой, заявку можно оформить в личном кабинете.",
        "Завтра с 10 до 13 или с 14 до 17.",
        "Больше ничего готовить не нужно.",
        "С охраной нужно договориться заранее.",
        "Заполненную накладную курьер привезёт с собой.",
        "Стоимость не меняется от веса и расстояния.",
        "Подпишете накладную у курьера, печатать не нужно.",
        "Подготовьте коробку, накладную привезёт курьер.",
        "Кроме упаковки ничего не нужно: накладную курьер привезёт.",
        "Вы можете вынести коробку на ресепшен, если так удобнее.",
        "250 рублей за заявку до четырёх посылок, от пяти бесплатно.",
    ],
    "abusive-client": [
        "Задержка по нашей вине, не по вашей.",
        "Вы ни в чём не виноваты, виноваты мы.",
        "Заказ не потерян, его привезут завтра с 12 до 15.",
        "Не бонусами, а деньгами на карту вернём 390 ₽.",
        "Ехать в пункт выдачи не нужно, курьер привезёт.",
        "Вас оставили без заказа и без звонка.",
        "Вины отправителя тут нет, это мы задержали заказ.",
        "Ждать весь день не придётся, курьер позвонит за час.",
        "Возврат или доставка - решать вам.",
        "Доставка перенесена на завтра.",
        "Сегодня доставки не будет.",
        "Сегодня его уже никто не привезёт.",
        "Выясню и завтра утром напишу.",
        "Завтра так не будет: курьер позвонит за час.",
        "Вы боитесь, что завтра опять не привезут: заказ уже у курьера.",
        "Здесь я больше не смогу отвечать, пишите на почту.",
        "Завтрашняя доставка с 12 до 15 никуда не делась.",
        "Ещё одно оскорбление, и чат будет завершён.",
    ],
}


@pytest.mark.parametrize(("name", "typed"), [(n, t) for n, typed in NEVER_TRUE.items() for t in typed])
def test_the_card_is_contradicted_at_every_turn(at: At, name: str, typed: str) -> None:
    wrong = [bool(find_facts(Text(typed), at(f"{name}/{turn}")).wrong) for turn in scenario(name).turns]
    assert all(wrong)


@pytest.mark.parametrize(("name", "typed"), [(n, t) for n, typed in ALWAYS_FINE.items() for t in typed])
def test_true_words_are_left_alone_at_every_turn(at: At, name: str, typed: str) -> None:
    wrong = [find_facts(Text(typed), at(f"{name}/{turn}")).wrong for turn in scenario(name).turns]
    assert not any(wrong)
