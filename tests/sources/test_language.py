"""The language of a text, told by its function words."""

from __future__ import annotations

import pytest

from sources.language import language_of

SENTENCES = {
    "en": "The harbour council said on Monday that the ferry would run again after a pause of weeks.",
    "de": "Der Hafenrat teilte am Montag mit, dass die Fähre nach einer Pause von mehreren Wochen fährt.",
    "fr": "Le conseil du port a annoncé lundi que le ferry reprendrait après une pause de dix semaines.",
    "es": "El consejo del puerto dijo el lunes que el ferry volverá después de una pausa de semanas.",
    "it": "Il consiglio del porto ha detto lunedì che il traghetto riprenderà dopo una pausa di settimane.",
    "pt": "O conselho do porto disse na segunda-feira que a balsa voltará depois de uma pausa de semanas.",
    "nl": "De havenraad zei maandag dat de veerboot na een pauze van enkele weken weer zal varen.",
    "sv": "Hamnrådet sade på måndagen att färjan kommer att gå igen efter en paus på flera veckor.",
    "pl": "Rada portu powiedziała w poniedziałek, że prom będzie kursował po przerwie, która trwała rok.",
    "ru": "Совет порта сообщил в понедельник, что паром снова будет ходить после перерыва.",
    "uk": "Рада порту повідомила у понеділок, що пором знову ходитиме після перерви на кілька тижнів.",
    "ja": "港湾評議会は月曜日、フェリーが数週間の休止の後に再開すると発表した。",
    "zh": "港口委员会周一表示，渡轮将在暂停数周后恢复运行。",
    "hu": "A kikötő tanácsa hétfőn azt közölte, hogy a komp több hét után ismét jár, és nem lesz drágább.",
    "ro": "Consiliul portului a anunțat luni că feribotul va circula din nou, din cauza furtunii.",
    "fi": "Satamaneuvosto sanoi maanantaina, että lautta kulkee taas, mutta se ei ole vielä varmaa.",
    "bg": "Пристанищният съвет съобщи в понеделник, че фериботът ще пътува отново след прекъсване.",
    "id": "Dewan pelabuhan mengatakan pada hari Senin bahwa feri itu akan beroperasi lagi setelah jeda.",
    "fa": "شورای بندر روز دوشنبه اعلام کرد که کشتی پس از چند هفته دوباره حرکت خواهد کرد و این برای مردم است",
    "hi": "बंदरगाह परिषद ने सोमवार को कहा कि नौका कई सप्ताह के विराम के बाद फिर से चलेगी।",
    "el": "Το συμβούλιο του λιμανιού είπε τη Δευτέρα ότι το πλοίο θα ξεκινήσει και πάλι μετά από μια παύση.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_of_news_is_enough(code: str) -> None:
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("12 345 67.8 %", id="figures only"),
        pytest.param("Ferry Harbour Monday", id="names only"),
        pytest.param("Port Aldis", id="two words"),
    ],
)
def test_too_little_to_tell_is_not_known(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Water stood 4.1 metres above the mean outside the gates on 8 February, the authority said.",
        "Three boats sank near Port Aldis during Sunday’s storm, and nobody was hurt, officers said.",
        "Olaf Brenner, chairman of the union, said 17 boats had been damaged at their moorings outside.",
        "The model had a standard 3.5-litre engine paired with a gearbox of eight speeds and two drives.",
        "the port’s grain index slid 0.7% on tuesday while the copper index of arden gained 1.2% by noon.",
        "Prices doubled within a year while the harvest fell from 84,000 tonnes to 31,000, growers say.",
    ],
)
def test_english_prose_of_a_dozen_words_is_never_missed(sentence: str) -> None:
    assert language_of(sentence) == "en"


def test_names_in_another_language_do_not_tip_the_balance() -> None:
    text = "The mayor of Las Palmas de la Sierra and the town of La Punta del Este are at odds over the pier."

    assert language_of(text) == "en"


def test_a_long_text_in_one_of_two_languages_alike_is_not_taken_for_english() -> None:
    norwegian = (
        "Havnerådet sa mandag at fergen skal gå igjen etter en pause på flere uker, og at det blir dyrere. "
    )

    assert language_of(norwegian * 4) in ("no", "da")
