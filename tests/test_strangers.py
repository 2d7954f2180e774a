"""Who speaks where no list helps: names behind long offices, strangers before "that", authors of what was said in it."""

from __future__ import annotations

import pytest

from waqai.engine import read


def first(text: str) -> tuple[str, str | None]:
    statement = read(text).statements[0]
    return statement.speaker, statement.role


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("قال المبعوث الأممي إلى ليبيا عبد الله باتيلي إن الوضع هادئ.", "عبد الله باتيلي", "المبعوث الأممي إلى ليبيا"),
        ("قالت السفيرة لدى الأمم المتحدة ليندا توماس إنها قلقة.", "ليندا توماس", "السفيرة لدى الأمم المتحدة"),
        (
            "قال مساعد الأمين العام للشؤون الإنسانية توم فلتشر إنه قلق.",
            "توم فلتشر",
            "مساعد الأمين العام للشؤون الإنسانية",
        ),
        ("قال رئيس الوزراء العراقي الأسبق إياد علاوي إنه قلق.", "إياد علاوي", "رئيس الوزراء العراقي الأسبق"),
        ("قال المسؤول الأمني الحكومي عبد الرحمن يوسف إن الوضع هادئ.", "عبد الرحمن يوسف", "المسؤول الأمني الحكومي"),
        ("قال الناطق باسم اللجنة الشعبية - محمد عوض إن الوضع هادئ.", "محمد عوض", "الناطق باسم اللجنة الشعبية"),
        ("وقال بيتر كوك السكرتير الصحفي لوزارة الدفاع إن الوضع هادئ.", "بيتر كوك", "السكرتير الصحفي لوزارة الدفاع"),
        ("قال أبو سالم وهو متحدث باسم اللجان إن الوضع هادئ.", "أبو سالم", None),
        ("أكد الرئيس محمد بخاري، للممثل الخاص للأمين العام، أن القوة جاهزة.", "محمد بخاري", "الرئيس"),
    ],
)
def test_a_name_is_found_behind_a_long_office_and_ends_where_a_clause_begins(
    sentence: str, name: str, role: str | None
) -> None:
    assert first(sentence) == (name, role)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قالت وزارة الداخلية السعودية إن الوضع هادئ.", "وزارة الداخلية السعودية"),
        ("قال مسؤول روسي كبير إن الوضع هادئ.", "مسؤول روسي كبير"),
        ("أفاد مصدر عسكري وكالة فرانس برس أن الوضع هادئ.", "مصدر عسكري"),
        ("وقالت مراسلة الجزيرة إن الوضع هادئ.", "مراسلة الجزيرة"),
        ("كتبت لجنة محلية أسماء 31 ميتا.", "لجنة محلية"),
        ("أدانت كل من السعودية وتركيا الهجوم.", "كل من السعودية وتركيا"),
    ],
)
def test_a_phrase_takes_its_adjectives_and_not_whom_it_tells(sentence: str, speaker: str) -> None:
    assert first(sentence) == (speaker, None)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأضاف الموقع أن الوضع هادئ.", "الموقع"),
        ("وقالت الشركة المشغلة إن الوضع هادئ.", "الشركة المشغلة"),
        ("وذكر مواطنون أن الوضع هادئ.", "مواطنون"),
        ("وقال نازحون إن الوضع هادئ.", "نازحون"),
        ('وقالت "إيساف" في بيان إن الوضع هادئ.', "إيساف"),
    ],
)
def test_whoever_stands_between_the_verb_and_what_is_said_speaks(sentence: str, speaker: str) -> None:
    assert first(sentence)[0] == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "وأضافت سرا وعلنا بأن العمل انتهى.",  # how it was said
        "وتعلن ببساطة أنها جاهزة.",
        "كما ذكرت المواطنين بأنه يمنع الدخول.",  # whom she reminded
        "وأضاف آمل فعلا أن يجدوا حلا.",  # "I hope"
        "وجاء في رسالة تطالب مكتب التحقيقات بالتحقيق.",  # of whom the letter demands
        "تقول الأدلة إن الحرب طالت.",  # things say nothing
        "قتل رجل في حياة المدينة الهادئة.",
    ],
)
def test_how_it_is_said_and_to_whom_is_no_speaker(sentence: str) -> None:
    assert read(sentence).statements == ()


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وفي تصريح للرئيس اليمني قال فيه إن الحرب انتهت.", "رئيس اليمني"),
        ("وجاءت تصريحات أدلى بها الرئيس الفرنسي وقال فيها إن الحرب انتهت.", "الرئيس الفرنسي"),
    ],
)
def test_what_was_said_in_a_statement_its_author_said(sentence: str, speaker: str) -> None:
    assert first(sentence)[0] == speaker


def test_a_letter_to_somebody_is_not_his() -> None:
    assert read("وبعث الجنرال رسالة إلى القادة قال فيها إن الحرب انتهت.").statements == ()


def test_a_body_joined_to_another_inside_a_quotation_does_not_speak() -> None:
    text = 'دعا إلى "هزيمة طالبان والقاعدة"، كشف مسؤول رفيع في الجيش الباكستاني أمس.'
    assert "القاعدة" not in first(text)[0]


def test_soldiers_who_surrounded_a_hotel_are_no_longer_a_name() -> None:
    text = "وقال مصدر إن جنودا ماليين طوقوا الفندق، أفادوا عن جرحى."
    assert [s.speaker for s in read(text).statements] == ["مصدر"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال بيان صادر عن وزارة العدل إن الوضع هادئ.", "وزارة العدل"),
        ("وقال بيان أصدره الحزب الشيوعي إن الوضع هادئ.", "الحزب الشيوعي"),
        ("وقال بيان للحزب الشيوعي إن الوضع هادئ.", "بيان للحزب الشيوعي"),  # it is the statement that says so
        ("قالت وكالة رويترز نقلا عن مصدر أمني إن الوضع هادئ.", "مصدر أمني"),
        ("قال المحافظ نقلا عن مصدر أمني إن الوضع هادئ.", "المحافظ"),  # he is no agency
        ("ورأى سامي خليل الوزير المكلف بالشؤون الإفريقية أن الوضع هادئ.", "سامي خليل"),
        ("وأبدت مصادر لبنانية استغرابها من هذا الصمت.", "مصادر لبنانية"),
        ("الجناح المسلح من حماس قال إن الوضع هادئ.", "الجناح المسلح من حماس"),
        ("فصيل يسمي نفسه كتائب الفجر تبنى الهجوم.", "كتائب الفجر"),
    ],
)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert [statement.speaker for statement in read(text).statements] == [speaker]


def test_an_agency_that_is_quoting_stands_behind_whom_it_quotes() -> None:
    (event,) = read("قالت وكالة رويترز نقلا عن مصدر أمني إن ثلاثة جنود قتلوا في قصف على حلب.").events
    assert [source.text for source in event.sources] == ["مصدر أمني", "وكالة رويترز"]


def test_a_site_that_is_cited_does_not_say_what_the_next_one_says() -> None:
    text = 'وبحسب موقع 24 أوضحت "جماعة خراسان" أن الوضع هادئ.'
    assert read(text).statements[-1].speaker == "جماعة خراسان"


def test_witnesses_and_things_that_are_seen_do_not_speak() -> None:
    assert [s.speaker for s in read("وأضافت الشاهدة أنها رأت موظفين وصحفيين بين القتلى.").statements] == ["الشاهدة"]


def test_a_noun_of_another_gender_behind_and_he_says_opens_what_he_says() -> None:
    text = "الجيش ينفي ويقول القوات صدت الهجوم."
    assert [(s.speaker, s.act) for s in read(text).statements] == [("الجيش", "deny")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("أعلن الناطق العسكري الرسمي باسم القوات المسلحة العميد محمد سمير أن الطريق مغلق.", "محمد سمير"),
        ("وعلى صعيد متصل، قالت الرئاسة الفرنسية إن الوضع هادئ.", "الرئاسة الفرنسية"),
        ("رفضت موسكو الاتهامات الموجهة إليها.", "موسكو"),
        ("واستنكر سفير تركيا لدى العراق الهجوم.", "سفير تركيا لدى العراق"),
        ("وقال السفير الفلسطيني أحمد عقل في تصريح إن الوضع هادئ. وأكد عقل أن الطريق مغلق.", "أحمد عقل"),
        ("قال إمام المسجد إن الوضع هادئ.", "إمام المسجد"),
        ("وأضاف الرئيس الأمريكي الجديد أن الوضع هادئ.", "الرئيس الأمريكي الجديد"),
    ],
)
def test_where_a_speaker_begins_and_ends(sentence: str, speaker: str) -> None:
    assert first(sentence)[0] == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "وأكد أمام الحشد أن العهد جديد.",  # before the crowd
        "ومعهم رجل يدعى قرشي أبو الحجاج وأن له سوابق.",  # called
        "وكتب ثلاثة طلاب بيانا يوضحون فيه سبب سفرهم.",
    ],
)
def test_before_called_and_in_which_are_no_speakers(sentence: str) -> None:
    assert read(sentence).statements == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("نفت الخارجية الروسية المزاعم عن مرضه.", ["الخارجية الروسية"]),  # what is denied is no part of the speaker
        ("رفض مكتب الاستخبارات الوطنية التعليق.", ["مكتب الاستخبارات الوطنية"]),
        ("دان الشيخ عبد اللطيف دريان العمل الإجرامي.", ["عبد اللطيف دريان"]),
        ("قالت الخارجية الروسية المعنية بالأمر إن الوضع هادئ.", ["الخارجية الروسية المعنية"]),
        ("كما دعا دول العالم إلى دعم الحكومة.", []),  # whom he calls on
        ("ونقل موقع المصدر الإخباري عن مصدر عسكري أن الوضع هادئ.", ["مصدر عسكري"]),
        ("أدان الأمين العام بان كي مون بشدة الهجمات.", ["بان كي مون"]),
        ("وقال المتحدث نور الدين مزني نحن قلقون من الوضع.", ["نور الدين مزني"]),
    ],
)
def test_what_stands_behind_the_speaker_is_left_out(text: str, speakers: list[str]) -> None:
    assert [statement.speaker for statement in read(text).statements] == speakers


def test_a_first_name_taught_by_an_office_keeps_its_surname() -> None:
    text = "وقال العميد ساجدي نيا إن الوضع هادئ. ولفت العميد ساجدي نيا إلى أن الطريق مغلق."
    assert {statement.speaker for statement in read(text).statements} == {"ساجدي نيا"}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأكد عمدة هذه المقاطعة سامي خليل أن الوضع هادئ.", "سامي خليل"),
        ("وأعلن مقر حاكم المنطقة أن الوضع هادئ.", "مقر حاكم المنطقة"),
        ("وحمل الوزير إسرائيل، قوة الاحتلال، كامل المسؤولية عن الهجوم.", "الوزير"),
        ("وقال أندريه رودينكو نائب وزير الخارجية الروسي شرطا واحدا.", "أندريه رودينكو"),
    ],
)
def test_offices_of_this_place_and_seats_speak(sentence: str, speaker: str) -> None:
    assert first(sentence)[0] == speaker


def test_the_same_sources_are_those_of_that_name() -> None:
    text = "قالت مصادر محلية إن الطريق مغلق. وذكرت الصحيفة أن الجسر مغلق. وكشفت المصادر ذاتها أن الوضع هادئ."
    assert [s.speaker for s in read(text).statements] == ["مصادر محلية", "الصحيفة", "مصادر محلية"]


def test_estimates_that_are_cited_state_nothing_and_a_body_does() -> None:
    assert read("ووفقا لتقديرات حكومية فإن الطريق مغلق.").statements == ()
    assert [s.speaker for s in read("ووفقا لوزارة الداخلية فإن الطريق مغلق.").statements] == ["وزارة الداخلية"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأجاب الوزير سامي خليل عن السؤال بقوله إن الجسر مفتوح.", "سامي خليل"),
        ("إلا أن الرئيس دافع عن الاتفاق قائلا إن الحرب طالت.", "الرئيس"),
        ("ورد العقيد على التهديد بالقول: الحرب طالت.", "العقيد"),
    ],
)
def test_whoever_answers_saying_that_speaks(text: str, speaker: str) -> None:
    assert first(text)[0].endswith(speaker)


def test_he_goes_on_saying() -> None:
    text = "وقال الوزير إن الجسر مفتوح. ومضى قائلا إن الحرب طالت."
    assert [s.speaker for s in read(text).statements] == ["الوزير", "الوزير"]


@pytest.mark.parametrize(
    "text",
    [
        "وعندما اقترح عليه أحد مرافقيه العودة، سكت قائلا: لا.",  # nobody whom the words name
        "ودخلت الشاحنة إلى القرية ثم عاد رجل إليها قائلا كلاما لم يفهمه أحد.",
    ],
)
def test_saying_without_a_subject_or_a_content_is_no_statement(text: str) -> None:
    assert read(text).statements == ()


def test_what_he_goes_on_to_say_between_quotation_marks_is_a_statement_too() -> None:
    text = (
        "قال الوزير إن الطريق مغلق. وأعلنت البلدية أن الجسر مغلق. وذكرت الشرطة أن السوق مغلق. وأكد المحافظ أن المطار مغلق. "
        'وأضاف: "هذا الوضع لا يمكن أن يستمر". وأوضح أن السبب معروف.'
    )
    assert [s.speaker for s in read(text).statements][-2:] == ["المحافظ", "المحافظ"]
    assert len(read(text).statements) == 5  # the last sentence quotes nothing


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("مسيرة ضربت الحي ، المطبخ قال على صفحته.", "المطبخ"),
        ("قصف على السوق قتل ثلاثة ، المسؤولون المنصبون من قبل موسكو قالوا.", "المسؤولون المنصبون من قبل موسكو"),
        ("إلا أن لجنة شكلتها الحكومة للتحقيق قالت إن الضحايا مدنيون.", "لجنة شكلتها الحكومة للتحقيق"),
    ],
)
def test_a_noun_that_fills_the_clause_before_the_verb_speaks(text: str, speaker: str) -> None:
    assert [s.speaker for s in read(text).statements] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "وفي السوق القديم قال سائق الشاحنة إن الطريق مغلق.",  # where he said it
        "لكنه قال إن الطريق مغلق.",
        "المدينة قال إنها آمنة.",  # of another gender
    ],
)
def test_where_or_of_what_it_is_said_is_no_speaker(text: str) -> None:
    assert all("السوق" not in s.speaker and "المدينة" not in s.speaker for s in read(text).statements)
