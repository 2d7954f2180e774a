"""Speech: which words say, with what act, before or behind what is said, and which events it is about."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.model.record import Record, Statement

EVENT = "قتل 3 أشخاص في قصف على مدينة سومي"


def only(text: str) -> Statement:
    (statement,) = read(text).statements
    return statement


def sources(record: Record) -> list[list[tuple[str, str | None]]]:
    return [[(source.text, source.act) for source in event.sources] for event in record.events]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت الشرطة إن شخصين أصيبا في قصف على مدينة سومي.", "الشرطة"),
        (f"{EVENT}، بحسب الدفاع المدني.", "الدفاع المدني"),
        (f"{EVENT}، قال رئيس الإدارة العسكرية.", "رئيس الإدارة العسكرية"),
        (f"وزارة الصحة: {EVENT}.", "وزارة الصحة"),
        ("نقلت وكالة تاس عن حاكم بيلغورود قوله إن مدنيا قتل في قصف على مدينة شيبيكينو.", "حاكم بيلغورود"),
        ("ونقلت رويترز عن شهود قولهم إن انفجارين وقعا في مدينة عدن.", "شهود"),
        ("وأعلن الجيش، يوم الأحد، أن 4 جنود قتلوا في كمين.", "الجيش"),
        (f"{EVENT}، بحسب ما أعلنته وزارة الداخلية في بلاغ لها.", "وزارة الداخلية"),
        (f"{EVENT}، وفق ما أفاد به المرصد السوري لحقوق الإنسان.", "المرصد السوري لحقوق الإنسان"),
        (f"{EVENT} يوم الثلاثاء ، وزارة الصحة الأوكرانية قالت ، في الأحدث من سلسلة ضربات.", "وزارة الصحة الأوكرانية"),
        (f"{EVENT} ، عمدة محلي قال ، مضيفا أن السوق أغلق.", "عمدة محلي"),
    ],
)
def test_the_source_of_an_event_is_who_says_it(text: str, speaker: str) -> None:
    record = read(text, published="2025-07-22")
    (named,) = [[words for words, _ in row] for row in sources(record)]
    assert named[0] == speaker  # an agency that quotes him stands behind him
    assert len(named) == 1 + text.removeprefix("و").startswith("نقلت")
    assert [statement.about for statement in record.statements] == [("e1",)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("قال الوزير إن الحرب طالت.", "say"),
        ("أعلن الوزير أن الحرب انتهت.", "announce"),
        ("أكد الوزير أن الحرب انتهت.", "confirm"),
        ("نفى الوزير أن الحرب انتهت.", "deny"),
        ("اتهم الوزير إسرائيل بعرقلة المفاوضات.", "accuse"),
        ("أدان الوزير الهجوم.", "condemn"),
        ("حذر الوزير: الحرب طالت.", "warn"),
        ("أعلنت حركة الشباب مسؤوليتها عن الهجوم.", "claim_responsibility"),
        ("رفضت موسكو المقترح.", "reject"),
        ("تعهدت واشنطن بإرسال مساعدات.", "promise"),
        ("هددت إيران بالرد على إسرائيل.", "threaten"),
        ("طالبت فرنسا بإطلاق سراح الصحفي.", "demand"),
    ],
)
def test_the_verb_says_the_act(text: str, act: str) -> None:
    assert only(text).act == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("وقال رئيس المجلس في بيان ندين بشدة هذا التفجير.", "condemn"),
        ("وقال الوزير: نطالب بوقف الحرب.", "demand"),
        ("وقال الوزير إن الناس في المدينة والقرى القريبة منها قالوا له مرارا نطالب بوقف الحرب.", "say"),  # others do
    ],
)
def test_what_a_speaker_does_himself_in_his_first_words_is_the_act(text: str, act: str) -> None:
    assert read(text).statements[0].act == act


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('قال زيلينسكي: "لن نتنازل عن أرضنا".', "لن نتنازل عن أرضنا"),
        ("قال زيلينسكي: «لن نتنازل».", "لن نتنازل"),
        ("قال زيلينسكي إن بلاده لن تتنازل.", None),
    ],
)
def test_a_quotation_is_kept_without_its_marks(text: str, quote: str | None) -> None:
    assert only(text).quote == quote


def test_a_verb_without_a_speaker_goes_on_with_the_one_before() -> None:
    record = read("قال محافظ خيرسون إن القصف قتل شخصين في بلدة أنتونيفكا. وأضاف أن حريقا اندلع في المحطة.")
    assert [s.speaker for s in record.statements] == ["محافظ خيرسون", "محافظ خيرسون"]


def test_who_relays_is_not_who_speaks() -> None:
    assert only("نقلت وكالة تاس عن وزير الدفاع قوله إن القوات تتقدم.").speaker == "وزير الدفاع"


def test_a_plain_sentence_has_no_source() -> None:
    record = read(f"{EVENT}.")
    assert sources(record) == [[]]
    assert record.statements == ()


def test_the_sentence_of_a_statement_is_whole() -> None:
    text = "وقع الهجوم. قالت الشرطة إن رجلا قتل. انتهى."
    statement = only(text)
    assert statement.sentence == "قالت الشرطة إن رجلا قتل."
    assert f"\n{text}"[slice(*statement.sentence_span)] == statement.sentence


def test_no_more_than_eight_statements_are_kept() -> None:
    text = " ".join(
        f"قال وزير {what} إن الوضع صعب."
        for what in "الدفاع الصحة المالية النقل العدل التعليم الداخلية الخارجية الزراعة السياحة".split()
    )
    assert len(read(text).statements) == 8


def test_two_claimants_of_one_attack_are_both_sources() -> None:
    record = read("قالت حماس إن 10 مدنيين قتلوا في غارة على رفح. وقالت وزارة الصحة إن الغارة على رفح قتلت 10.")
    assert [[words for words, _ in row] for row in sources(record)] == [["حماس", "وزارة الصحة"]]


@pytest.mark.parametrize(
    "text",
    [
        "لم تعلن أي جهة مسؤوليتها عن التفجير في مدينة كركوك.",
        "من المتوقع أن يعلن الرئيس حالة الطوارئ.",
        "جاء ذلك بعد ساعات من كشف الوزارة عن الخطة.",
        "أغلق الطريق بناء على طلب الحكومة.",
        "يذكر أن المدينة محاصرة منذ عامين.",
        "توزع الحصص وفق خطة أعدها المجلس وبحسب المنطقة.",
        "قال إنها تمطر.",
        "مصر: انقطاع الكهرباء عن مدينة أسوان.",
    ],
)
def test_what_only_looks_like_saying_says_nothing(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قال شهود عيان لوكالة رويترز إن الطريق مغلق.", ["شهود عيان"]),
        ("قال الوزير للصحفيين إن الطريق مغلق.", ["الوزير"]),
        ("أبلغ القائد إذاعة محلية بأن المعسكر آمن.", ["القائد"]),
        ("قال الوزير إن الحرب طالت، وحث المتمردين على إلقاء السلاح.", ["الوزير"]),
        ("قال الوزير إن الحرب طالت، وناشد الأهالي البقاء في بيوتهم.", ["الوزير"]),
        ("المفوض يتوعد إسرائيل بعقوبات.", ["المفوض"]),
        ("اتهمت فرنسا تركيا بخرق الهدنة.", ["فرنسا"]),
        ("انتقد الوزير مواقع قال الجيش إنها تابعة للمتمردين.", ["الوزير"]),
        ("لكن المتحدث باسم البلدية قال إن الطريق مفتوح.", ["المتحدث باسم البلدية"]),
        ("أما البلدية فقالت إن الطريق مفتوح.", ["البلدية"]),
        ("وكان قائد الفصيل، الذي أصيب قبل شهر في المعارك، قد أعلن انسحابه.", ["قائد الفصيل"]),
        ("أفاد المستشفى بأن الجرحى وصلوا، وأضاف أن حالتهم مستقرة.", ["المستشفى"]),
        ("قالت الشرطة إن الطريق مغلق، بحسب وكالة تاس.", ["الشرطة"]),
    ],
)
def test_who_is_told_or_passes_on_or_is_accused_does_not_speak(text: str, speakers: list[str]) -> None:
    assert [statement.speaker for statement in read(text).statements] == speakers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("قالت الحركة إن الاتفاق انتهى، ونفت وجود مفاوضات.", "deny"),
        ("كتب الرئيس أن الليل طويل وطالب الحلفاء بمزيد من المساعدات.", "demand"),
        ("قال الوزير إنه لن يشارك في المحادثات.", "reject"),
        ("قال الوزير إن الرد آت، متوعدا المهاجمين.", "threaten"),
        ("قال الناطق: الفيديو مفبرك.", "deny"),
        ("حمل الوزير الحكومة المسؤولية.", "accuse"),
        ("شدد المبعوث على ضرورة وقف القتال.", "demand"),
        ("أعلنت كتائب القسام استهداف دبابة في حي التفاح.", "claim_responsibility"),
        ("قالت الشرطة إنها اعتقلت 3 أشخاص في مدينة كركوك.", "say"),
    ],
)
def test_what_follows_bends_the_act(text: str, act: str) -> None:
    assert only(text).act == act


def test_two_sayings_in_one_sentence_each_reach_over_their_own_words() -> None:
    record = read(
        "قالت الشرطة إن 3 أشخاص قتلوا في قصف على مدينة سومي، وقال الجيش إن مسيرة ضربت مدينة كورسك.",
        published="2025-07-22",
    )
    assert [[words for words, _ in row] for row in sources(record)] == [["الشرطة"], ["الجيش"]]


def test_who_speaks_between_commas_tells_the_whole_sentence() -> None:
    record = read("ضرب صاروخ مستودعا في مدينة سومي ، قال المحافظ ، وأصيب 4 أشخاص.")
    assert [[words for words, _ in row] for row in sources(record)] == [["المحافظ"]]


def test_who_demands_or_threatens_is_no_source_of_what_happened() -> None:
    record = read("طالب الوزير بفتح تحقيق بعد مقتل 3 أشخاص في قصف على مدينة سومي.")
    assert sources(record) == [[]]


def test_a_statement_by_a_pronoun_has_no_words_of_its_speaker() -> None:
    first, second = read("قال محافظ خيرسون إن القصف قتل شخصين. وأضاف أن حريقا اندلع.").statements
    assert (first.span is None, second.span is None) == (False, True)
    assert first.speaker == second.speaker


def test_the_headline_does_not_say_again_what_the_text_says() -> None:
    record = read("قال محافظ خيرسون فيكتور بيلينكو إن شخصين قتلا.", title="محافظ خيرسون: مقتل شخصين")
    assert [statement.speaker for statement in record.statements] == ["فيكتور بيلينكو"]


def test_a_claim_of_responsibility_tells_the_attack() -> None:
    (event,) = read("أعلنت حركة الشباب مسؤوليتها عن التفجير في مقديشو.").events
    assert [p.id for p in event.perpetrators] == ["actor:al-shabaab"]


def test_the_accused_did_it() -> None:
    (event,) = read("اتهمت أوكرانيا روسيا بقصف مدرسة في خيرسون.").events
    assert [p.id for p in event.perpetrators] == ["actor:russia"]


def test_who_condemns_is_a_source_only_where_nobody_else_tells() -> None:
    told = read(f"{EVENT}، بحسب الدفاع المدني. ودانت وزارة الخارجية القصف.")
    assert [words for row in sources(told) for words, _ in row] == ["الدفاع المدني"]
    alone = read("دانت وزارة الخارجية التفجير الذي وقع في مدينة مقديشو وقتل 4 أشخاص.")
    assert [words for row in sources(alone) for words, _ in row] == ["وزارة الخارجية"]


def test_a_pronoun_goes_on_with_the_speaker_behind_the_verb_that_is_spelled_like_between() -> None:
    record = read("وقال المصدر إن 3 مسلحين قتلوا في مدينة عدن. وبيّن أن المسلحين قصفوا بلدة دار سعد.")
    assert [words for words, _ in sources(record)[-1]] == ["المصدر"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وذكرت وكالة سبأ، التي يسيطر عليها الحوثيون، أن شخصا قتل في قصف على صعدة.", "وكالة سبأ"),
        ("ونقلت وكالة سبأ، التي يسيطر عليها الحوثيون، عن مصدر عسكري قوله إن شخصا قتل في صعدة.", "مصدر عسكري"),
        ("ووفقا لوكالة الأناضول فقد أوضحت مصادر أمنية أن شخصا قتل في صعدة.", "مصادر أمنية"),
        ("وقال المتحدث، حسب ما نشرت وكالة الأنباء السعودية، إن شخصين قتلا في أبها.", "المتحدث"),
        ("اتهم وزير الأوقاف والشؤون الدينية يوسف دعيس إسرائيل باقتحام المسجد الأقصى.", "يوسف دعيس"),
        ('وذكرت "الرسالة" أن شخصين أصيبا في قصف على رفح.', "الرسالة"),
    ],
)
def test_who_speaks_behind_a_remark_an_agency_or_a_portfolio(text: str, speaker: str) -> None:
    assert [statement.speaker for statement in read(text).statements] == [speaker]


@pytest.mark.parametrize(
    "later",
    [
        "وقتل شخصان في اشتباكات لاحقة في أنقرة بحسب المصدر نفسه.",
        "وقتل شخصان في اشتباكات لاحقة في أنقرة وفقا للبيان.",
    ],
)
def test_the_same_source_and_the_statement_are_who_was_named(later: str) -> None:
    record = read("قال متحدث باسم المحافظ في بيان إن قنبلة انفجرت في أنقرة.\n" + later)
    assert [[words for words, _ in row] for row in sources(record)] == [["متحدث باسم المحافظ"]] * 2


def test_a_state_in_the_headline_is_its_commander_below() -> None:
    record = read("اتهم قائد القوات الإيرانية حسن كريمي السعودية بقصف صعدة.", title="إيران تتهم السعودية بقصف صعدة")
    assert [statement.speaker for statement in record.statements] == ["حسن كريمي"]


def named(text: str) -> list[list[str]]:
    return [[source.text for source in event.sources] for event in read(text, published="2025-07-22").events]


@pytest.mark.parametrize(
    ("reaction", "more"),
    [
        ("وقال الرئيس إن الهجوم يهدد السلام.", []),  # an opinion
        ("وأكد الوزير أن الهجوم عمل جبان.", []),
        ("وقالت الشرطة إن الهجوم أوقع أيضا 5 جرحى.", ["الشرطة"]),  # a fact
        ("وأعلنت حركة الشباب مسؤوليتها عن الهجوم.", ["حركة الشباب"]),  # whose deed it is
    ],
)
def test_whoever_speaks_of_the_attack_is_a_source_only_of_what_he_tells(reaction: str, more: list[str]) -> None:
    text = f"قال مصدر طبي إن 3 أشخاص قتلوا في هجوم على حاجز في مدينة مقديشو. {reaction}"
    assert named(text) == [["مصدر طبي", *more]]


def test_what_is_said_ends_where_another_speaks_elsewhere() -> None:
    text = (
        "ووصف رئيس الشيشان الواقعة بأنها جريمة وفي جمهورية داغستان المجاورة "
        "أعلنت وزارة الداخلية أن شرطيا قتل في انفجار في محج قلعة."
    )
    assert named(text) == [["وزارة الداخلية"]]
