import pytest

from fic2book.cover.title import fit

SIZES = (300, 250, 200, 150, 100)


def lines(text: str, width: float = 1000, height: float = 900) -> tuple[str, ...]:
    return fit(text, lambda part: 0.45 * len(part), (width, height), SIZES).lines


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("V", ("V",)),
        ("Small Fires", ("Small", "Fires")),
        ("The Sea", ("The Sea",)),
        ("« Où vont les marées ? »", ("« Où", "vont les", "marées ? »")),
        ("Clarity/Thunder/Whoever", ("Clarity/", "Thunder/", "Whoever")),
        ("One two", ("One two",)),
    ],
)
def test_titles_break_where_a_reader_would_pause(title, expected):
    assert tuple(line.replace("\u00a0", " ") for line in lines(title)) == expected


def test_no_little_word_is_left_hanging():
    for line in lines("The Lighthouse Keeper and the Tide of Small Hours in Winter")[:-1]:
        assert line.split()[-1] not in {"the", "and", "of", "in", "The"}


def test_a_no_break_space_holds():
    assert all("Mr\u00a0Pell" in line or "Pell" not in line for line in lines("The long road home with Mr\u00a0Pell"))


def test_all_words_stay_in_order():
    title = "Everything I Never Told You About the Winter We Spent Snowed In at the End of the Line"
    assert " ".join(lines(title)) == title


def test_a_word_that_fits_at_no_size_is_made_to_fit():
    fitted = fit("Incomprehensibilities", lambda part: 0.45 * len(part), (500, 900), SIZES)
    assert fitted.lines == ("Incomprehensibilities",)
    assert fitted.size * 0.45 * 21 <= 500.001


def test_type_is_never_higher_than_its_room():
    fitted = fit("one two three four five six seven eight", lambda part: 0.45 * len(part), (600, 300), SIZES)
    assert fitted.size * (0.65 + 1.08 * (len(fitted.lines) - 1)) <= 300.001
