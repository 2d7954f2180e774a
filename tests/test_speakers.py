"""Speakers: whose phrase it is, where its office ends and its name begins, and that a person is one in every spelling."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.model.record import Statement


def said(sentence: str) -> Statement:
    (statement,) = read(sentence).statements
    return statement


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("قال المتحدث باسم الكرملين ديمتري بيسكوف إن بلاده سترد.", "ديمتري بيسكوف", "المتحدث باسم الكرملين"),
        ("قال المتحدث باسم الكرملين، ديمتري بيسكوف، إن بلاده سترد.", "ديمتري بيسكوف", "المتحدث باسم الكرملين"),
        ("قالت وزيرة الخارجية الألمانية أنالينا بيربوك إنها قلقة.", "أنالينا بيربوك", "وزيرة الخارجية الألمانية"),
        ("قال الرئيس الأوكراني فولوديمير زيلينسكي إن الحرب طالت.", "فولوديمير زيلينسكي", "الرئيس الأوكراني"),
        ("قال رئيس بلدية كييف فيتالي كليتشكو إن حريقا اندلع.", "فيتالي كليتشكو", "رئيس بلدية كييف"),
        ("أعلن قائد القوات الجوية Mykola Oleshchuk أن المدينة آمنة.", "Mykola Oleshchuk", "قائد القوات الجوية"),
        ("أكد اللواء أحمد شريف أن الوضع هادئ.", "أحمد شريف", "اللواء"),
        ("وصرح Dmitry Peskov للصحفيين بأن المفاوضات مستمرة.", "Dmitry Peskov", None),
        ("قال بيسكوف إن المفاوضات مستمرة.", "بيسكوف", None),
    ],
)
def test_a_person_is_named_apart_from_the_office(sentence: str, name: str, role: str | None) -> None:
    statement = said(sentence)
    assert (statement.speaker, statement.role) == (name, role)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قالت وزارة الدفاع الروسية إن قواتها تقدمت.", "وزارة الدفاع الروسية"),
        ("وقال مصدر أمني إن الطريق مغلق.", "مصدر أمني"),
        ("وذكر شهود عيان أن الدخان كثيف.", "شهود عيان"),
        ("قال متحدث عسكري إن الوضع هادئ.", "متحدث عسكري"),
        ("شددت الوزارة على أن الهجوم انتهاك.", "الوزارة"),
        ("قالت الإدارة العسكرية الإقليمية على تلغرام إن الكهرباء مقطوعة.", "الإدارة العسكرية الإقليمية"),
        ("وأوضح البيان أن الطريق مغلق.", "البيان"),
        ("قال رئيس الإدارة العسكرية إن الوضع صعب.", "رئيس الإدارة العسكرية"),
    ],
)
def test_a_body_or_office_without_a_name_is_its_whole_phrase(sentence: str, speaker: str) -> None:
    statement = said(sentence)
    assert (statement.speaker, statement.role) == (speaker, None)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("زيلينسكي", "Volodymyr Zelensky"), ("ديمتري بيسكوف", "Dmitry Peskov"), ("أنطونيو غوتيريش", "Antonio Guterres")],
)
def test_a_known_person_is_one_in_both_scripts(arabic: str, latin: str) -> None:
    ids = {said(f"قال {name} إن الحرب طالت.").id for name in (arabic, latin)}
    assert len(ids) == 1
    assert None not in ids


def test_the_span_of_a_speaker_holds_the_name() -> None:
    text = "قال المتحدث باسم الكرملين ديمتري بيسكوف إن بلاده سترد."
    statement = said(text)
    assert f"\n{text}"[slice(*statement.span)] == "ديمتري بيسكوف"


@pytest.mark.parametrize("sentence", ["قيل إن السماء ستمطر.", "يقال إن الحرب طالت.", "قال إن الوضع صعب."])
def test_nobody_speaks_where_none_is_named(sentence: str) -> None:
    assert read(sentence).statements == ()


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("حذر الأمين العام أنطونيو غوتيريش من مجاعة في غزة.", "أنطونيو غوتيريش"),
        ("حذرت منظمة الصحة العالمية من انتشار الكوليرا.", "منظمة الصحة العالمية"),
        ("طلب الجيش من السكان المغادرة.", "الجيش"),
    ],
)
def test_a_speaker_ends_before_from(sentence: str, speaker: str) -> None:
    assert said(sentence).speaker == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("هدد وزير الدفاع بشن هجوم بري على رفح.", "وزير الدفاع"),
        ("اتهمت أوكرانيا روسيا بقصف مدرسة في خيرسون.", "أوكرانيا"),
        ("كذب الجيش الأنباء عن سقوط طائرة في مدينة دنقلا.", "الجيش"),
    ],
)
def test_a_speaker_ends_before_the_object(sentence: str, speaker: str) -> None:
    assert said(sentence).speaker == speaker


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال متحدث باسم الدفاع المدني محمود بصل إن الطرق مغلقة.", "محمود بصل"),
        ("كتب رئيس البلدية Vitali Klitschko أن حريقا اندلع.", "Vitali Klitschko"),
    ],
)
def test_an_office_with_the_article_is_no_name(sentence: str, name: str) -> None:
    assert said(sentence).speaker == name


def test_an_agency_is_no_person() -> None:
    statement = said("ذكرت وكالة فرانس برس أن الطريق مغلق.")
    assert (statement.speaker, statement.role) == ("وكالة فرانس برس", None)


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("قال أندرو هيل، الممثل القانوني للعائلات، إن القضية طويلة.", "أندرو هيل", "الممثل القانوني للعائلات"),
        ("وقال شاهد عيان يدعى سالم الأحمد إن الدخان كثيف.", "سالم الأحمد", "شاهد عيان يدعى"),
        ("أفاد مراسلنا في كسلا عثمان الطيب بأن الطريق مغلق.", "عثمان الطيب", "مراسلنا في كسلا"),
        ("قال المحلل العسكري للصحيفة عاموس هرئيل إن الوضع صعب.", "عاموس هرئيل", "المحلل العسكري للصحيفة"),
        ("قال المتحدث باسم العمليات العسكرية حسن كريم إن الهجوم فشل.", "حسن كريم", "المتحدث باسم العمليات العسكرية"),
        (
            "قالت مسؤولة الإغاثة في المدينة، كريستا بلومغرين، إن الغذاء نفد.",
            "كريستا بلومغرين",
            "مسؤولة الإغاثة في المدينة",
        ),
        ("قال بلومغرين إن الغذاء نفد.", "بلومغرين", None),
        ("قال الناطق باسم الجبهة الشعبية سالم حمداني إن الوضع صعب.", "سالم حمداني", "الناطق باسم الجبهة الشعبية"),
    ],
)
def test_names_stand_before_behind_and_apart_from_the_office(sentence: str, name: str, role: str | None) -> None:
    statement = said(sentence)
    assert (statement.speaker, statement.role) == (name, role)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قال مصدر في مستشفى الأبيض لإذاعة محلية إن الأدوية نفدت.", "مصدر في مستشفى الأبيض"),
        ("قالت القيادة في بيان إن الجبهة هادئة.", "القيادة"),
        ("قال الوزير في مقابلة مع الصحيفة إن الجبهة هادئة.", "الوزير"),
        ("قال بيان لقيادة العمليات إن الجبهة هادئة.", "بيان لقيادة العمليات"),
        ("أعلن الجيش استعداده للانسحاب.", "الجيش"),
        ("رجح الوزير استمرار القتال.", "الوزير"),
        ("نقلت الوكالة عن الوزير قلقه من الأوضاع.", "الوزير"),
    ],
)
def test_a_speaker_ends_before_what_he_speaks_in_or_of(sentence: str, speaker: str) -> None:
    assert said(sentence).speaker == speaker
