"""Spans that nest and overlap, cut into a row of segments."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from selon.export.marks import Mark, Role, cut_segments, first_places
from selon.record import Span

LENGTH = 40
ROLES: tuple[Role, ...] = ("source", "cue", "content", "contact", "agreement")


def spans() -> st.SearchStrategy[Span]:
    edges = st.lists(st.integers(0, LENGTH), min_size=2, max_size=2, unique=True)
    return edges.map(lambda pair: (min(pair), max(pair)))


def marks() -> st.SearchStrategy[list[Mark]]:
    return st.lists(st.builds(Mark, spans(), st.sampled_from(ROLES), st.sampled_from(["s-1", "s-2", "c-1"])))


def test_a_text_without_marks_is_one_segment() -> None:
    [segment] = cut_segments((0, 12), [])

    assert (segment.start, segment.end, segment.marks) == (0, 12, ())


def test_a_source_inside_a_cue_is_the_closer_of_the_two() -> None:
    # « a-t-il ajouté »: the cue holds its inverted pronoun.
    cue, source = Mark((0, 13), "cue", "s-1"), Mark((4, 6), "source", "s-1")

    before, pronoun, after = cut_segments((0, 13), [source, cue])

    assert [(each.start, each.end) for each in (before, pronoun, after)] == [(0, 4), (4, 6), (6, 13)]
    assert pronoun.marks == (cue, source)
    assert before.marks == after.marks == (cue,)


def test_marks_that_overlap_share_the_words_between_them() -> None:
    left, right = Mark((0, 6), "content", "s-1"), Mark((4, 9), "contact", "c-1")

    _, shared, _ = cut_segments((0, 9), [left, right])

    assert set(shared.marks) == {left, right}


def test_a_stop_cuts_where_no_mark_ends() -> None:
    mark = Mark((0, 10), "content", "s-1")

    segments = cut_segments((0, 10), [mark], stops=[4])

    assert [(each.start, each.end) for each in segments] == [(0, 4), (4, 10)]
    assert all(each.marks == (mark,) for each in segments)


def test_an_item_begins_at_its_first_mark() -> None:
    found = first_places(
        [Mark((7, 9), "cue", "s-1"), Mark((3, 5), "source", "s-1"), Mark((4, 5), "cue", "s-2")]
    )

    assert found == {"s-1": 3, "s-2": 4}


@given(spans(), marks(), st.lists(st.integers(0, LENGTH)))
def test_segments_hold_the_whole_span_in_order(span: Span, marks: list[Mark], stops: list[int]) -> None:
    segments = cut_segments(span, marks, stops=stops)

    assert segments[0].start == span[0]
    assert segments[-1].end == span[1]
    assert all(left.end == right.start for left, right in pairwise(segments))
    assert all(segment.start < segment.end for segment in segments)


@given(spans(), marks())
def test_a_segment_has_the_marks_that_cover_it_and_no_others(span: Span, marks: list[Mark]) -> None:
    for segment in cut_segments(span, marks):
        covering = [m for m in marks if m.span[0] <= segment.start and segment.end <= m.span[1]]
        touching = [m for m in marks if m.span[0] < segment.end and segment.start < m.span[1]]

        assert sorted(segment.marks, key=repr) == sorted(covering, key=repr)
        assert len(touching) == len(covering)


@given(spans(), marks())
def test_the_closest_mark_of_a_segment_is_the_narrowest(span: Span, marks: list[Mark]) -> None:
    for segment in cut_segments(span, marks):
        widths = [mark.span[1] - mark.span[0] for mark in segment.marks]

        assert widths == sorted(widths, reverse=True)
