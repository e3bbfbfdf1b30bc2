//! How long the last frames took, as a line in the status bar that View can show. Frames are told by `app`; none is asked for to count it.

use std::collections::VecDeque;

use egui::{Context, Id, Label, RichText, Ui};

use super::{View, theme};

/// So many frames are remembered.
const REMEMBERED: usize = 300;

/// What the line says of the frames that are remembered, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Summary {
    last: f32,
    /// Of a hundred frames, one took longer.
    p99: f32,
    worst: f32,
    count: usize,
}

fn id() -> Id {
    Id::unique("frame times")
}

/// Takes down how long a frame took, in seconds: making it and drawing it, without waiting for the screen.
pub fn note(ctx: &Context, seconds: f32) {
    ctx.data_mut(|data| {
        let times: &mut VecDeque<f32> = data.get_temp_mut_or_default(id());
        if times.len() == REMEMBERED {
            times.pop_front();
        }
        times.push_back(seconds * 1_000.0);
    });
}

fn summary(ctx: &Context) -> Option<Summary> {
    let times: VecDeque<f32> = ctx.data(|data| data.get_temp(id()))?;
    let last = *times.back()?;
    let mut sorted: Vec<f32> = times.into();
    sorted.sort_by(f32::total_cmp);
    let count = sorted.len();
    let at = |place: usize| sorted.get(place.min(count - 1)).copied();
    Some(Summary { last, p99: at(count * 99 / 100)?, worst: at(count)?, count })
}

/// The line, where there is something to say.
pub fn frame_times_ui(ui: &mut Ui, view: View<'_>) {
    let Some(Summary { last, p99, worst, count }) = summary(ui.ctx()) else { return };
    let milliseconds = |time: f32| format!("{time:.1}");
    let text = view.words.with(
        "status-frames",
        &[
            ("last", milliseconds(last).into()),
            ("p99", milliseconds(p99).into()),
            ("worst", milliseconds(worst).into()),
            ("count", count.into()),
        ],
    );
    let color = theme::Palette::of(ui).weak;
    ui.add(Label::new(RichText::new(text).font(theme::small()).color(color)).truncate());
}
