import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.encoder.words import find_words
from selon.extract.dates import find_dates, ordinal_at
from selon.languages.pack import load_pack
from selon.parse import Name, NameKind, Parse, Token, TokenSpan

# A Thursday.
PUBLISHED = date(2025, 6, 5)

EDTF_PART = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
DURATION = r"P(?:\d+[YMWD])?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?"


def read(marked: str, language: str = "fr", *, name: str = "", kind: NameKind = "person") -> Parse:
    """A parse without links; a star before a word makes it a verb, a tilde a noun."""
    stars = [match.start() for match in re.finditer(r"[*~](?=\w)", marked)]
    marks = {start - number: marked[start] for number, start in enumerate(stars)}
    text = re.sub(r"[*~](?=\w)", "", marked)
    tokens: list[Token] = []
    for index, (start, end) in enumerate(find_words(text, language=language)):
        form = text[start:end]
        pos = {"*": "VERB", "~": "NOUN"}.get(marks.get(start, ""), "X" if form[0].isalnum() else "PUNCT")
        tokens.append(Token(start, end, form, form.lower(), pos, index, "dep"))
    parse = Parse(text, tuple(tokens), _sentences(tokens))
    span = parse.tokens_in(text.find(name), text.find(name) + len(name)) if name else None
    names = (Name(span, kind),) if span is not None else ()
    return Parse(text, parse.tokens, parse.sentences, names)


def _sentences(tokens: list[Token]) -> tuple[TokenSpan, ...]:
    ends = [index + 1 for index, token in enumerate(tokens) if token.form in (".", "!", "?")]
    bounds = sorted({0, *ends, len(tokens)})
    return tuple(TokenSpan(first, last) for first, last in pairwise(bounds))


def told(
    marked: str, language: str = "fr", published: date | None = PUBLISHED
) -> list[tuple[str, str | None]]:
    """The words of each date with the date."""
    parse = read(marked, language)
    found = find_dates(parse, pack=load_pack(language), published=published)
    return [(parse.words(each.span), each.date) for each in found]


def dates(marked: str, language: str = "fr", published: date | None = PUBLISHED) -> list[str | None]:
    return [day for _, day in told(marked, language, published)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Ils se sont *parlé le 4 juin 2025.", "le 4 juin 2025", "2025-06-04"),
        ("Reçu le 1er mars 2024 à Tunis.", "le 1er mars 2024", "2024-03-01"),
        ("Le mercredi 4 juin 2025, à Oslo.", "Le mercredi 4 juin 2025", "2025-06-04"),
        ("LIMA, 12 févr. 2021 -", "12 févr. 2021", "2021-02-12"),
        ("Communiqué du 04/06/2025.", "du 04/06/2025", "2025-06-04"),
        ("Communiqué du 4.6.2025 .", "du 4.6.2025", "2025-06-04"),
        ("Dépêche 2025-06-04 close.", "2025-06-04", "2025-06-04"),
        ("La trêve *signée en juin 2024.", "en juin 2024", "2024-06"),
        ("La trêve *signée à la fin d’avril 2024.", "à la fin d’avril 2024", "2024-04"),
        ("Un traité *conclu en 2019.", "en 2019", "2019"),
        ("L'accord de 2015 tient.", "de 2015", "2015"),
        ("Attendus au printemps 2023.", "au printemps 2023", "2023"),
        ("Les 12 et 13 mai 2025, à Lomé.", "Les 12 et 13 mai 2025", "2025-05-12/2025-05-13"),
        ("Du 3 au 5 mai 2024, à Lomé.", "Du 3 au 5 mai 2024", "2024-05-03/2024-05-05"),
        ("Du 28 février au 3 mars 2022.", "Du 28 février au 3 mars 2022", "2022-02-28/2022-03-03"),
        ("Du 30 décembre au 2 janvier 2022.", "Du 30 décembre au 2 janvier 2022", "2021-12-30/2022-01-02"),
        ("De mars à mai 2022, rien.", "De mars à mai 2022", "2022-03/2022-05"),
        ("Entre 2014 et 2018, rien.", "Entre 2014 et 2018", "2014/2018"),
    ],
)
def test_a_french_date_with_its_year_needs_nothing_else(text: str, words: str, day: str) -> None:
    assert told(text, published=None) == [(words, day)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They *spoke on June 4, 2025.", "on June 4, 2025", "2025-06-04"),
        ("They *spoke on June 4th, 2025.", "on June 4th, 2025", "2025-06-04"),
        ("They *spoke on 4 June 2025.", "on 4 June 2025", "2025-06-04"),
        ("They *spoke on the 4th of June 2025.", "on the 4th of June 2025", "2025-06-04"),
        ("They *spoke on Wednesday, June 4, 2025.", "on Wednesday, June 4, 2025", "2025-06-04"),
        ("QUITO, Sept. 11, 2022 -", "Sept. 11, 2022", "2022-09-11"),
        ("A note of 25/12/2024.", "of 25/12/2024", "2024-12-25"),
        ("A note of 12/25/2024.", "of 12/25/2024", "2024-12-25"),
        ("A note of 5/5/2024.", "of 5/5/2024", "2024-05-05"),
        ("A note of 2024-12-25.", "of 2024-12-25", "2024-12-25"),
        ("A note of 04/06/2025.", "of 04/06/2025", None),
        ("Signed in March 2024.", "in March 2024", "2024-03"),
        ("Signed in late 2024.", "in late 2024", "2024"),
        ("Signed in 2019.", "in 2019", "2019"),
        ("In office since 2008.", "since 2008", "2008"),
        ("On May 12-13, 2025, in Lomé.", "On May 12-13, 2025", "2025-05-12/2025-05-13"),
        ("On May 12 and 13, 2025, in Lomé.", "On May 12 and 13, 2025", "2025-05-12/2025-05-13"),
        ("From 3 to 5 May 2024.", "From 3 to 5 May 2024", "2024-05-03/2024-05-05"),
        ("From May 30 to June 2, 2024.", "From May 30 to June 2, 2024", "2024-05-30/2024-06-02"),
        ("Between 2014 and 2018.", "Between 2014 and 2018", "2014/2018"),
    ],
)
def test_an_english_date_with_its_year_needs_nothing_else(text: str, words: str, day: str | None) -> None:
    assert told(text, "en", published=None) == [(words, day)]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Elle l'*a *reçu le 4 juin.", "fr", "2025-06-04"),
        ("Elle l'*a *reçu le 5 juin.", "fr", "2025-06-05"),
        ("Elle l'*avait *reçu le 20 août.", "fr", "2024-08-20"),
        ("Elle le *recevra le 20 août.", "fr", "2025-08-20"),
        ("Elle *doit le *recevoir le 20 août.", "fr", "2025-08-20"),
        ("Une visite prévue le 20 août.", "fr", "2025-08-20"),
        ("Le sommet du 12 juin, à Rabat.", "fr", "2025-06-12"),
        ("Le sommet du 12 novembre, à Rabat.", "fr", "2024-11-12"),
        ("Elle l'*a *annoncé pour le 12 juin.", "fr", "2025-06-12"),
        ("Reçue le 12 mai dernier.", "fr", "2025-05-12"),
        ("Attendue le 2 juin prochain.", "fr", "2026-06-02"),
        ("Elle l'*a *reçu les 3 et 4 juin.", "fr", "2025-06-03/2025-06-04"),
        ("Elle l'*a *reçu en mars.", "fr", "2025-03"),
        ("Elle l'*a *reçu au mois de juin.", "fr", "2025-06"),
        ("Elle l'*a *reçu en novembre.", "fr", "2024-11"),
        ("Elle le *recevra en novembre.", "fr", "2025-11"),
        ("Elle le *recevra mi-juillet.", "fr", "2025-07"),
        ("She *met him on June 4.", "en", "2025-06-04"),
        ("She *met him on 20 August.", "en", "2024-08-20"),
        ("She *will *meet him on August 20.", "en", "2025-08-20"),
        ("She *agreed to *meet him on August 20.", "en", "2025-08-20"),
        ("Talks scheduled for 2 July.", "en", "2025-07-02"),
        ("She *met him in March.", "en", "2025-03"),
        ("She *met him in November.", "en", "2024-11"),
        ("She *met him in May last year.", "en", "2024-05"),
        ("She *met him last November.", "en", "2024-11"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_the_tense_allows(
    text: str, language: str, day: str
) -> None:
    assert dates(text, language) == [day]


def test_the_weekday_beside_a_far_day_tells_the_year() -> None:
    assert dates("Elle l'*a *reçu le jeudi 29 février.") == ["2024-02-29"]
    assert dates("Elle l'*a *reçu le mardi 8 novembre.") == ["2022-11-08"]


def test_a_slip_in_the_weekday_beside_a_near_day_changes_nothing() -> None:
    assert dates("Elle l'*a *reçu le mardi 4 juin.") == ["2025-06-04"]


def test_a_day_without_a_year_takes_it_from_the_only_year_of_the_text() -> None:
    text = "Ils se *sont *vus le 3 mars 2021 à Oslo. Le 8 avril, ils se *sont *parlé."

    assert dates(text, published=None) == ["2021-03-03", "2021-04-08"]


def test_a_day_without_a_year_stays_open_where_the_text_has_several_years_or_none() -> None:
    assert dates("Le 8 avril, ils se *sont *parlé.", published=None) == [None]
    assert dates("Le 3 mars 2021 puis le 3 mars 2020, puis le 8 avril.", published=None)[-1] is None


def test_two_dates_side_by_side_share_a_year() -> None:
    assert dates("on 3 May and 8 June 2019", "en") == ["2019-05-03", "2019-06-08"]


def test_a_day_takes_the_year_of_an_older_day_in_its_sentence() -> None:
    assert dates("Le 3 mai 2019 puis, le 8 juin, ils se *sont *parlé.") == ["2019-05-03", "2019-06-08"]


def test_days_of_one_month_that_do_not_follow_each_other_are_two_dates() -> None:
    assert told("les 3 et 17 mai 2024") == [("les 3", "2024-05-03"), ("17 mai 2024", "2024-05-17")]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Elle l'*a *reçu mardi.", "fr", "2025-06-03"),
        ("Elle l'*a *reçu jeudi.", "fr", "2025-06-05"),
        ("Elle l'*a *reçu vendredi.", "fr", "2025-05-30"),
        ("Elle le *recevra mardi.", "fr", "2025-06-10"),
        ("Elle le *recevra jeudi.", "fr", "2025-06-05"),
        ("Ils *sont *convenus de se *revoir mardi.", "fr", "2025-06-10"),
        ("Mardi, elle *a *reçu deux émissaires.", "fr", "2025-06-03"),
        ("« Rien », *insiste-t-elle, mardi elle le *verra.", "fr", "2025-06-10"),
        ("La visite, prévue mardi, *dure.", "fr", "2025-06-10"),
        ("Elle l'*aurait *reçu vendredi.", "fr", "2025-05-30"),
        ("La séance *commence samedi.", "fr", "2025-06-07"),
        ("Elle *devait *rentrer mercredi.", "fr", "2025-06-04"),
        ("Elle *salue la rencontre de mercredi.", "fr", "2025-06-04"),
        ("Reçue mardi dernier.", "fr", "2025-06-03"),
        ("Reçue jeudi dernier.", "fr", "2025-05-29"),
        ("Reçue lundi prochain.", "fr", "2025-06-09"),
        ("Reçue mardi de la semaine prochaine.", "fr", "2025-06-10"),
        ("Reçue mercredi soir.", "fr", "2025-06-04"),
        ("She *received him on Tuesday.", "en", "2025-06-03"),
        ("She *will *receive him on Tuesday.", "en", "2025-06-10"),
        ("She *would *have *received him Friday.", "en", "2025-05-30"),
        ("She *has *been *invited to *visit on Tuesday.", "en", "2025-06-10"),
        ("Friday's talks in Split *were long.", "en", "2025-06-06"),
        ("Seen last Thursday.", "en", "2025-05-29"),
        ("Seen next Tuesday.", "en", "2025-06-10"),
        ("Seen on Tuesday next week.", "en", "2025-06-10"),
    ],
)
def test_a_weekday_lies_where_the_tense_puts_it(text: str, language: str, day: str) -> None:
    assert dates(text, language) == [day]


def test_a_weekday_is_found_but_open_where_the_day_of_publication_is_not_known() -> None:
    assert told("Elle l'*a *reçu mardi.", published=None) == [("mardi", None)]


def test_a_dateline_stands_in_for_the_day_of_publication() -> None:
    text = "TUNIS, le 5 juin 2025 - La ministre *a *reçu mardi deux émissaires."

    assert dates(text, published=None) == ["2025-06-05", "2025-06-03"]


def test_a_date_in_the_story_is_no_dateline() -> None:
    text = "Ils *signèrent le 3 mars 2021 - enfin. La ministre les *a *reçus mardi."

    assert dates(text, published=None) == ["2021-03-03", None]


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("hier", "fr", "2025-06-04"),
        ("aujourd’hui", "fr", "2025-06-05"),
        ("demain matin", "fr", "2025-06-06"),
        ("avant-hier", "fr", "2025-06-03"),
        ("il y a trois jours", "fr", "2025-06-02"),
        ("il y a deux semaines", "fr", "2025-05-19/2025-05-25"),
        ("il y a six mois", "fr", "2024-12"),
        ("il y a deux ans", "fr", "2023"),
        ("dans dix jours", "fr", "2025-06-15"),
        ("le mois dernier", "fr", "2025-05"),
        ("la semaine prochaine", "fr", "2025-06-09/2025-06-15"),
        ("ce week-end", "fr", "2025-06-07/2025-06-08"),
        ("l’an dernier", "fr", "2024"),
        ("le 22 du mois courant", "fr", "2025-06-22"),
        ("d’ici à la fin de l’année", "fr", "2025"),
        ("l’automne dernier", "fr", "2024"),
        ("yesterday", "en", "2025-06-04"),
        ("the day before yesterday", "en", "2025-06-03"),
        ("three weeks ago", "en", "2025-05-12/2025-05-18"),
        ("in ten days", "en", "2025-06-15"),
        ("last month", "en", "2025-05"),
        ("next week", "en", "2025-06-09/2025-06-15"),
        ("earlier this week", "en", "2025-06-02/2025-06-08"),
        ("this month", "en", "2025-06"),
        ("last year", "en", "2024"),
        ("last summer", "en", "2024"),
    ],
)
def test_words_count_from_the_day_of_publication(words: str, language: str, day: str) -> None:
    assert told(f"Bern, {words}.", language) == [(words, day)]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Reçu le 3 mars 2024, il l'*avait *appelée la veille.", "fr", "2024-03-02"),
        ("Reçu le 3 mars 2024, il *repart le lendemain.", "fr", "2024-03-04"),
        ("Reçu le 3 mars 2024, il *repart deux jours plus tard.", "fr", "2024-03-05"),
        ("Reçu le 3 mars 2024, il *repart un mois plus tard.", "fr", "2024-04"),
        ("Seen on 3 March 2024, she *had *called the day before.", "en", "2024-03-02"),
        ("Seen on 3 March 2024, she *had *called two days earlier.", "en", "2024-03-01"),
        ("Seen in March 2024, she *called the following month.", "en", "2024-04"),
        ("Attendu le 12 juin, il l'*avait *appelée la veille.", "fr", "2025-06-04"),
    ],
)
def test_the_day_before_counts_from_the_day_told_last(text: str, language: str, day: str) -> None:
    assert dates(text, language)[-1] == day


def test_the_day_before_counts_from_publication_where_no_day_was_told() -> None:
    assert dates("Il l'*avait *appelée la veille.") == ["2025-06-04"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La veille du sommet, il l'*a *appelée.", "fr"),
        ("Trois jours après la rencontre, il l'*a *appelée.", "fr"),
        ("He *called the day before the summit.", "en"),
        ("He *called two days after the vote.", "en"),
        ("It *was their second call in eight days.", "en"),
    ],
)
def test_a_day_counted_from_something_else_stays_open(text: str, language: str) -> None:
    assert dates(text, language) == [None]


@pytest.mark.parametrize(
    ("text", "language", "words", "time"),
    [
        ("Reçue à 14h30.", "fr", "à 14h30", "14:30"),
        ("Reçue à 14 h 05.", "fr", "à 14 h 05", "14:05"),
        ("Reçue vers 21 heures.", "fr", "vers 21 heures", "21:00"),
        ("Reçue à huit heures du matin.", "fr", "à huit heures du matin", "08:00"),
        ("Reçue à trois heures de l’après-midi.", "fr", "à trois heures de l’après-midi", "15:00"),
        ("Reçue à midi.", "fr", "à midi", "12:00"),
        ("La réunion de 14h.", "fr", "de 14h", "14:00"),
        ("Seen at 2:30 p.m. in Bern", "en", "at 2:30 p.m.", "14:30"),
        ("Seen at 12:15 a.m. in Bern", "en", "at 12:15 a.m.", "00:15"),
        ("Seen at 10 am.", "en", "at 10 am", "10:00"),
        ("Seen at 14:30 GMT.", "en", "at 14:30", "14:30"),
        ("Seen at noon.", "en", "at noon", "12:00"),
        ("Seen at 8 o'clock.", "en", "at 8 o'clock", "08:00"),
    ],
)
def test_a_time_of_day_is_written_with_24_hours(text: str, language: str, words: str, time: str) -> None:
    parse = read(text, language)

    [found] = find_dates(parse, pack=load_pack(language), published=PUBLISHED)

    assert (parse.words(found.span), found.time, found.date, found.duration) == (words, time, None, None)


@pytest.mark.parametrize(
    ("text", "language", "day", "time"),
    [
        ("Reçue mardi à 14h30.", "fr", "2025-06-03", "14:30"),
        ("Reçue mercredi soir, vers 21 heures.", "fr", "2025-06-04", "21:00"),
        ("Reçue le 4 juin 2025 à midi.", "fr", "2025-06-04", "12:00"),
        ("Seen at noon on Wednesday.", "en", "2025-06-04", "12:00"),
        ("Seen on June 4, 2025, at 2.30 p.m. local time", "en", "2025-06-04", "14:30"),
    ],
)
def test_a_day_and_the_time_beside_it_are_one(text: str, language: str, day: str, time: str) -> None:
    [found] = find_dates(read(text, language), pack=load_pack(language), published=PUBLISHED)

    assert (found.date, found.time) == (day, time)


@pytest.mark.parametrize(
    ("text", "language", "words", "duration"),
    [
        ("L'entretien *a duré une heure et demie.", "fr", "une heure et demie", "PT1H30M"),
        ("Un appel de 40 minutes.", "fr", "de 40 minutes", "PT40M"),
        ("Un appel d'une quarantaine de minutes.", "fr", "d'une quarantaine de minutes", "PT40M"),
        ("Plus de deux heures de discussions.", "fr", "de deux heures", "PT2H"),
        ("Ils *ont *parlé pendant 1h30.", "fr", "pendant 1h30", "PT1H30M"),
        ("Un échange d’une heure vingt.", "fr", "d’une heure vingt", "PT1H20M"),
        ("Après deux heures de discussions.", "fr", "Après deux heures", "PT2H"),
        ("Trois quarts d’heure au téléphone.", "fr", "Trois quarts d’heure", "PT45M"),
        ("Une visite de trois jours.", "fr", "de trois jours", "P3D"),
        ("They *talked for 90 minutes.", "en", "for 90 minutes", "PT1H30M"),
        ("An hour and a half on the line.", "en", "An hour and a half", "PT1H30M"),
        ("Two and a half hours on the line.", "en", "Two and a half hours", "PT2H30M"),
        ("An hour and twenty minutes on the line.", "en", "An hour and twenty minutes", "PT1H20M"),
        ("It *ran to twenty-five minutes.", "en", "to twenty-five minutes", "PT25M"),
        ("Half an hour on the line.", "en", "Half an hour", "PT30M"),
        ("A 40-minute call.", "en", "40-minute", "PT40M"),
        ("A three-day visit.", "en", "A three-day", "P3D"),
        ("The call will last two hours.", "en", "last two hours", "PT2H"),
    ],
)
def test_a_duration_says_how_long_something_took(text: str, language: str, words: str, duration: str) -> None:
    parse = read(text, language)

    [found] = find_dates(parse, pack=load_pack(language), published=PUBLISHED)

    assert (parse.words(found.span), found.duration, found.date) == (words, duration, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il y a deux heures, ils *parlaient.", "fr"),
        ("Deux heures plus tard, ils *parlaient.", "fr"),
        ("Depuis deux heures, ils *parlent.", "fr"),
        ("Ils *parleront dans deux heures.", "fr"),
        ("À huit heures de route.", "fr"),
        ("They *spoke two hours ago.", "en"),
        ("They *spoke twenty minutes later.", "en"),
        ("Within 24 hours, they *spoke.", "en"),
        ("In the last two hours, they *spoke.", "en"),
        ("A 45-year-old man.", "en"),
        ("The second of four calls.", "en"),
        ("It *may *rain, and they *may *talk.", "en"),
        ("They *march on.", "en"),
        ("March on, says he.", "en"),
        ("He *came on a Tuesday.", "en"),
        ("The second May meeting.", "en"),
        ("Some 2000 soldiers in 4000 villages.", "en"),
        ("Une colonne de 2000 ~soldats.", "fr"),
        ("Un convoi de 2 000 camions.", "fr"),
        ("La sonde *vise la planète Mars.", "fr"),
        ("Un dîner le 31 février 2024.", "fr"),
        ("Un dîner le 31 juin.", "fr"),
        ("Un dîner le 30/02/2024.", "fr"),
        ("Un dîner le 00/00/2024.", "fr"),
        ("Depuis mai 68, rien.", "fr"),
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str, language: str) -> None:
    assert find_dates(read(text, language), pack=load_pack(language), published=PUBLISHED) == ()


def test_a_month_in_the_name_of_a_person_is_no_date() -> None:
    parse = read("He *wrote to Theresa May in May.", "en", name="Theresa May")

    [found] = find_dates(parse, pack=load_pack("en"), published=PUBLISHED)

    assert (parse.words(found.span), found.date) == ("in May", "2025-05")


def test_a_day_in_the_name_of_a_movement_is_no_date() -> None:
    parse = read("Le Mouvement du 23 mars *avance.", name="Mouvement du 23 mars", kind="organisation")

    assert find_dates(parse, pack=load_pack("fr"), published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("deuxième entretien", "fr", 2),
        ("2e entretien", "fr", 2),
        ("42e entretien", "fr", 42),
        ("seconde rencontre", "fr", 2),
        ("Troisième session", "fr", 3),
        ("third round", "en", 3),
        ("3rd round", "en", 3),
        ("second round", "en", 2),
        ("40 rounds", "en", None),
        ("rounds", "en", None),
    ],
)
def test_an_ordinal_gives_its_number(text: str, language: str, number: int | None) -> None:
    assert ordinal_at(read(text, language), 0, load_pack(language)) == number


def test_a_second_of_time_is_no_ordinal() -> None:
    assert ordinal_at(read("une ~seconde"), 1, load_pack("fr")) is None


WORDS = (
    "le les du au de en 1 2 13 29 31 45 2019 0 99999 1er 4th 2nd juin mars May mai février February lundi "
    "Tuesday dernier next last hier la veille two days earlier il y a trois semaines plus tard dans in ago "
    "14h30 2:30 24:00 99:99 p.m. heures heure et demie minutes seconds à at on from to - – , . ( ) ' / "
    "04/06/2025 31/31/2031 2025-06-04 9999-12-31 0000-00-00 12.12.12 1,5 2.30 année month week an day of "
    "half an hour and century sept. été summer est sera will met *rencontrera ~soldats ١٢ ５ ²"
)


@given(
    words=st.lists(st.sampled_from(WORDS.split()), max_size=40),
    language=st.sampled_from(["fr", "en"]),
    published=st.none() | st.dates(),
)
def test_any_row_of_words_gives_sound_spans_and_written_forms(
    words: list[str], language: str, published: date | None
) -> None:
    parse = read(" ".join(words), language)

    last = 0
    for found in find_dates(parse, pack=load_pack(language), published=published):
        assert last <= found.span.first < found.span.last <= len(parse.tokens)
        last = found.span.last
        assert found.date is None or re.fullmatch(rf"{EDTF_PART}(?:/{EDTF_PART})?", found.date)
        for day in (found.date or "").split("/"):
            assert len(day) < 10 or date.fromisoformat(day).isoformat() == day
        assert found.time is None or re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", found.time)
        assert found.duration is None or re.fullmatch(DURATION, found.duration)


@given(text=st.text(max_size=80), language=st.sampled_from(["fr", "en"]), published=st.none() | st.dates())
def test_any_text_is_read_without_an_error(text: str, language: str, published: date | None) -> None:
    find_dates(read(text, language), pack=load_pack(language), published=published)
