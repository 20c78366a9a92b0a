"""Frames come out of the process that draws them in an order that suits who waits for them."""

from dataclasses import dataclass, field

import numpy as np
import pytest

from routine_player.app.figure_baking import Subject, bake
from routine_player.app.figure_bench import CannotDrawError, FigureBench
from routine_player.app.figure_ground import ground_of, shaded
from routine_player.app.figure_orders import Order, Product, Reply, Word
from routine_player.app.figure_sheets import encoded, packed
from routine_player.core.motion import Rhythm, Stop
from routine_player.figure.layer import Layer
from routine_player.figure.mat_outline import MatOutline
from routine_player.ui.figure.sheet import read_note, read_sheet
from routine_player.ui.figure.sheet_picture import SHEET_SUFFIX, STILL_SUFFIX, read_picture

SIZE = (200, 100)
LIFT = Rhythm((Stop(0.0, 1.0, 0.5), Stop(1.0, 2.0, 3.0)))
ROUND = Rhythm((Stop(0.0, 0.5, 0.0), Stop(0.5, 0.5, 0.0)), loops=True)


@dataclass
class FakeDrawing:
    """A box that goes to the right with the frames, and grows with a breath."""

    count: int = 12
    follows: bool = False
    drawn: list[tuple[int, float]] = field(default_factory=list)
    box: tuple[float, float, float, float] = (10.04, 20.0, 190.0, 80.0)

    def frame(self, index):
        return self.breath(index, 0.0)

    def breath(self, index, breath):
        self.drawn.append((index, breath))
        rgba = np.zeros((40 + round(10 * breath), 20, 4), np.uint8)
        rgba[..., 0] = 200
        rgba[..., 3] = 255
        return Layer(rgba, 10 * index, 30)

    def frame_with_shadow(self, index):
        return self.frame(index), self.shadow_frame(index)

    def shadow_frame(self, index):
        shadow = np.zeros((SIZE[1] // 2, SIZE[0] // 2), np.uint8)
        shadow[34:38, 5 * index : 5 * index + 12] = 120
        return shadow

    def mat_outlines(self, index=0):
        top = np.array([[0.0, 80], [190, 80], [190, 90], [0, 90]]) + index * self.follows
        return (MatOutline(top, top + np.array([0, 2])),)

    def arrows(self, start, end):
        return (np.array([[10.0 * start, 20], [10.0 * end, 20]]),)


@pytest.fixture
def order(tmp_path):
    def ordered(product=Product.SHEET, name="sheet"):
        path, few = tmp_path / f"{name}.sheet", tmp_path / f"{name}-few.sheet"
        return Order("/e.yaml", product, *SIZE, str(path), str(few))

    return ordered


def test_a_few_frames_come_first_and_then_all(order, tmp_path):
    drawing = FakeDrawing()
    words = list(bake(order(), drawing, Subject(LIFT, "left")))

    assert words == [Word.WORKING] * 6 + [Word.PARTLY] + [Word.WORKING] * 12 + [Word.DONE]
    assert sorted(index for index, _ in drawing.drawn[:6]) == [0, 2, 4, 7, 9, 11]
    assert sorted(index for index, breath in drawing.drawn[:12]) == list(range(12))
    few, sheet = read_sheet(tmp_path / "sheet-few.sheet"), read_sheet(tmp_path / "sheet.sheet")
    assert few is not None
    assert sheet is not None
    assert (len(few.motion), len(few.breath)) == (6, 0)
    assert (len(sheet.motion), len(sheet.breath)) == (12, 6)
    assert [frame.corner.x() for frame in sheet.motion] == [10 * index for index in range(12)]
    assert sheet.breath[-1].image.height() > sheet.breath[0].image.height()
    assert sheet.note.side == "left"
    assert not sheet.note.loops


def test_a_loop_is_divided_evenly(order, tmp_path):
    drawing = FakeDrawing()
    list(bake(order(), drawing, Subject(ROUND, "right")))
    assert sorted(index for index, _ in drawing.drawn[:6]) == [0, 2, 4, 6, 8, 10]
    note = read_note(tmp_path / "sheet.sheet")
    assert note is not None
    assert note.loops
    assert {index for index, breath in drawing.drawn if breath > 0} == {6}


def test_the_ground_is_told_once_where_it_stands_still_and_each_time_where_it_moves(
    order, tmp_path
):
    list(bake(order(), FakeDrawing(), Subject(LIFT, "right")))
    list(bake(order(name="going"), FakeDrawing(follows=True), Subject(LIFT, "right")))
    still, going = read_note(tmp_path / "sheet.sheet"), read_note(tmp_path / "going.sheet")
    assert still is not None
    assert going is not None
    assert len(still.grounds) == 1
    assert [ground.mats[0][0][0][0] for ground in going.grounds] == list(range(12))


def test_a_still_has_the_start_behind_the_hold_and_an_arrow(order, tmp_path):
    words = list(bake(order(Product.STILL), FakeDrawing(), Subject(LIFT, "right")))
    assert words == [Word.WORKING, Word.DONE]
    sheet = read_sheet(tmp_path / "sheet.sheet")
    assert sheet is not None
    (frame,) = sheet.motion
    assert (frame.corner.x(), frame.image.width()) == (0, 134)  # from the ghost to the shadow
    ghost, hold = frame.image.pixelColor(10, 10), frame.image.pixelColor(115, 10)
    assert 40 < ghost.alpha() < 70
    assert hold.alpha() > 250
    assert sheet.note.arrows == (((0.0, 20.0), (110.0, 20.0)),)


def test_a_shadow_lies_under_the_figure_and_beside_it():
    drawing = FakeDrawing()
    layer = shaded(drawing.frame(3), drawing.shadow_frame(3))
    assert (layer.x, layer.y) == (30, 30)
    assert tuple(layer.rgba[10, 5]) == (200, 0, 0, 255)
    beside = layer.rgba[42, 22]
    assert 40 < beside[3] < 90
    assert beside[:3].max() < 10


def test_nothing_that_throws_no_shadow_is_changed():
    layer = FakeDrawing().frame(0)
    assert shaded(layer, np.zeros((50, 100), np.uint8)) is layer


def test_the_floor_is_under_the_shadows_and_somewhere_without_any():
    drawing = FakeDrawing()
    found = ground_of([drawing.shadow_frame(2), drawing.shadow_frame(6)], (), SIZE)
    x, y, across, down = found.floor
    assert (x, y) == (52.0, 72.0)
    assert across == pytest.approx(48.0)
    assert down > 4
    assert ground_of([], (), SIZE).floor[2] > 0


def test_frames_are_packed_tightly_in_rows():
    wide = [np.full((10, 1500, 4), 255, np.uint8) for _ in range(4)]
    layers = [Layer(pixels, 0, 0) for pixels in wide]
    pack = packed(layers, (2000, 100))
    assert [(cut.sheet_x, cut.sheet_y) for cut in pack.cuts] == [
        (0, 0),
        (1500, 0),
        (0, 10),
        (1500, 10),
    ]
    assert pack.pixels.shape == (20, 3000, 4)


def test_what_is_not_on_the_canvas_is_cut_off():
    layer = Layer(np.full((60, 80, 4), 255, np.uint8), -20, 70)
    (cut,) = packed([layer], SIZE).cuts
    assert (cut.left, cut.top, cut.width, cut.height) == (0, 70, 60, 30)


def test_a_frame_of_which_nothing_is_seen_is_one_clear_pixel():
    pack = packed([Layer(np.zeros((5, 5, 4), np.uint8), 0, 0)], SIZE)
    assert pack.pixels.shape == (1, 1, 4)
    assert pack.pixels.max() == 0


@pytest.mark.parametrize("suffix", [SHEET_SUFFIX, STILL_SUFFIX])
def test_a_sheet_larger_than_it_can_be_is_refused(suffix):
    with pytest.raises(OSError, match="too many"):
        encoded(np.zeros((1, 20_000, 4), np.uint8), suffix)


@pytest.mark.parametrize("suffix", [SHEET_SUFFIX, STILL_SUFFIX])
def test_colours_and_opacity_come_back_from_the_disk(tmp_path, suffix):
    pixels = np.zeros((40, 60, 4), np.uint8)
    pixels[:, :20] = 200, 100, 40, 255
    pixels[:, 20:40] = 100, 50, 20, 128
    path = tmp_path / f"picture{suffix}"
    path.write_bytes(encoded(pixels, suffix))
    image = read_picture(path)
    full, half, clear = (image.pixelColor(column, 20).getRgb() for column in (10, 30, 50))
    assert full == pytest.approx((200, 100, 40, 255), abs=8)
    assert half == pytest.approx((200, 100, 40, 128), abs=8)
    assert clear[3] == 0


class Told(list[Reply]):
    def words(self, order):
        return [reply.word for reply in self if reply.path == order.path]


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def bench(told):
    def opens(order):
        if "gone" in order.path:
            raise CannotDrawError("no such exercise")
        return FakeDrawing(), Subject(LIFT, "right")

    return FigureBench(opens, told.append)


def test_a_bench_without_orders_has_nothing_to_do(bench, told):
    assert not bench.step()
    assert told == []


def test_orders_are_drawn_one_after_the_other(bench, told, order):
    first, second = order(name="one"), order(Product.STILL, "two")
    bench.take([first, second])
    while bench.step():
        pass
    assert told.words(first)[-1] is Word.DONE
    assert Word.PARTLY in told.words(first)
    assert told.words(second)[-1] is Word.DONE
    assert [reply.path for reply in told].index(second.path) == len(told.words(first))


def test_something_more_urgent_comes_between_and_what_was_begun_goes_on(bench, told, order):
    first, urgent = order(name="one"), order(Product.STILL, "two")
    bench.take([first])
    for _ in range(4):
        bench.step()
    bench.take([urgent, first])
    while bench.step():
        pass
    assert told.words(first).count(Word.WORKING) == 19  # one for opening it, none twice
    done = [reply.path for reply in told if reply.word is Word.DONE]
    assert done == [urgent.path, first.path]


def test_what_is_no_longer_wanted_is_dropped(bench, told, order):
    bench.take([order(name="one")])
    bench.step()
    bench.take([])
    assert not bench.step()
    assert len(told) == 1


def test_what_cannot_be_drawn_is_told_and_the_next_is_drawn(bench, told, order):
    gone, next_one = order(name="gone"), order(Product.STILL, "two")
    bench.take([gone, next_one])
    while bench.step():
        pass
    assert told[0] == Reply(Word.FAILED, gone.path, "no such exercise")
    assert told[-1] == Reply(Word.DONE, next_one.path)


def test_a_disk_that_refuses_is_told(bench, told, order, tmp_path):
    (tmp_path / "file").write_text("")
    path = str(tmp_path / "file" / "sheet.sheet")
    bench.take([Order("/e.yaml", Product.STILL, *SIZE, path)])
    while bench.step():
        pass
    assert told[-1].word is Word.FAILED
