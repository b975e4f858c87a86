"""Long texts cut into windows."""

from hypothesis import given
from hypothesis import strategies as st

from selon.encoder.windows import LONGEST, cut_windows


@given(st.lists(st.integers(1, 10), min_size=1, max_size=900), st.data())
def test_each_word_is_kept_by_one_window_that_reads_it(sizes: list[int], data: st.DataObject) -> None:
    layouts = [data.draw(st.sampled_from([1, 2, 3])) if i % 40 == 0 else 2 for i in range(len(sizes))]
    windows = cut_windows(sizes, layouts)
    kept = [word for window in windows for word in range(window.core_first, window.core_last)]
    assert kept == list(range(len(sizes)))
    for window in windows:
        assert window.first <= window.core_first < window.core_last <= window.last
        assert sum(sizes[window.first : window.last]) <= LONGEST


def test_a_short_text_is_one_window() -> None:
    assert len(cut_windows([1] * 50, [2] * 50)) == 1
