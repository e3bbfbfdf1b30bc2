//! What is typed into: half a word of an input method never reaches the text, and what can be taken back is what was typed since the field was entered. Labels, and what a field means, are its form's.

use egui::text_edit::TextEditState;
use egui::{Context, Event, EventFilter, Id, ImeEvent, Key, Response, TextBuffer as _, TextEdit, Ui};

/// Where a field stands, which decides what its keys do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The details of a record: it is recorded on Enter, Escape brings back what is recorded, and both stay in it.
    Record,
    /// The line above the lists: Enter and Escape stay in it.
    Window,
    /// A form of a dialog, which Enter confirms and Escape closes.
    Dialog,
    /// What a list in a dialog or a popup is searched by: nothing is lost with it.
    Search,
}

impl Place {
    const fn stays(self) -> bool {
        matches!(self, Self::Record | Self::Window)
    }
}

/// What became of a field in a frame.
#[derive(Debug)]
pub struct Typed {
    pub response: Response,
    /// The text is another one than before.
    pub changed: bool,
    /// The field has been left, or Enter was pressed in it.
    pub done: bool,
    /// Enter was pressed in it.
    pub entered: bool,
    /// Escape was pressed in a field that stays.
    pub escaped: bool,
}

/// A field while it has the focus.
#[derive(Clone, Default)]
struct Visit {
    /// The text when it was entered, when it was last set from elsewhere, or when it was recorded.
    begun: String,
    /// The text as the last frame left it.
    text: String,
    /// The text together with what an input method is composing.
    composed: Option<String>,
}

/// What the field that has the focus can take back and bring again by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Steps {
    pub back: bool,
    pub forth: bool,
}

fn steps_id() -> Id {
    Id::unique("steps of the field")
}

/// What the keys for undo and redo find to do in the field that has the focus. Where that is nothing they are the portfolio's.
pub fn steps(ctx: &Context) -> Steps {
    ctx.data(|data| data.get_temp(steps_id())).unwrap_or_default()
}

fn typed_id() -> Id {
    Id::unique("typed in the dialog")
}

/// Whether something was typed into the form of the dialog since it opened.
pub fn has_typed(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<()>(typed_id())).is_some()
}

/// A dialog opens: nothing is typed in it yet.
pub fn begin_dialog(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<()>(typed_id()));
}

fn composing_id() -> Id {
    Id::unique("composing in a field")
}

/// The field of this frame in which an input method was in the middle of a word when it was drawn: the keys that it passes on are meant for
/// it, be it Enter that says the word or Escape that gives it up.
pub fn composing(ctx: &Context) -> Option<Id> {
    let (frame, field): (u64, Id) = ctx.data(|data| data.get_temp(composing_id()))?;
    (frame == ctx.cumulative_frame_nr()).then_some(field)
}

/// Draws a field.
pub fn field_ui(
    ui: &mut Ui,
    place: Place,
    text: &mut String,
    edit: impl for<'t> FnOnce(&'t mut String) -> TextEdit<'t>,
) -> Typed {
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    field_of_id_ui(ui, id, place, text, edit)
}

/// Draws a field that has an id of its own.
pub fn field_of_id_ui(
    ui: &mut Ui,
    id: Id,
    place: Place,
    text: &mut String,
    edit: impl for<'t> FnOnce(&'t mut String) -> TextEdit<'t>,
) -> Typed {
    let ctx = ui.ctx().clone();
    let key = id.with("visit");
    let old_text = text.clone();
    let before: Option<Visit> = ctx.data(|data| data.get_temp(key));
    let has_focus = |ctx: &Context| ctx.memory(|memory| memory.has_focus(id));
    let had_focus = has_focus(&ctx);
    let is_visited = before.is_some();
    let was_composing = before.as_ref().is_some_and(|visit| visit.composed.is_some());
    if was_composing {
        let frame = ctx.cumulative_frame_nr();
        ctx.data_mut(|data| data.insert_temp(composing_id(), (frame, id)));
    }
    let mut visit = before.filter(|visit| visit.text == *text).unwrap_or_else(|| {
        // Another record, undo, what was recorded: nothing that the field held before comes back into this.
        if is_visited || had_focus {
            forget(&ctx, id, was_composing);
        }
        Visit { begun: text.clone(), text: text.clone(), composed: None }
    });
    if !had_focus && visit.composed.take().is_some() {
        forget(&ctx, id, true);
    }
    let is_composing = visit.composed.is_some();
    let mut buffer = visit.composed.clone().unwrap_or_else(|| text.clone());
    let mut edit = edit(&mut buffer).id(id);
    if place.stays() {
        edit =
            edit.event_filter(EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true });
    }
    let response = ui.add(edit);
    let pressed = |key| ctx.input(|input| input.key_pressed(key));
    // Asked before the focus comes back, which would hide it.
    let lost = response.lost_focus();
    // A key that an input method passes on is meant for its candidates.
    let entered = lost && !is_composing && pressed(Key::Enter);
    let has_focus = has_focus(&ctx);
    // A press of the pointer sets the cursor elsewhere, and the input method begins anew.
    let is_given_up = !has_focus || is_composing && response.is_pointer_button_down_on();
    if composes(&ctx, is_composing) && (had_focus || is_composing || response.has_focus()) {
        if !is_given_up {
            // One word was said in the very frame in which the next begins.
            if ctx.input(|input| input.events.iter().any(says)) {
                *text = without_preedit(&ctx, id, &buffer);
            }
            visit.composed = Some(buffer);
        } else {
            // Left in the middle of a word: what was composed was not said yet.
            forget(&ctx, id, true);
            visit.composed = None;
        }
    } else {
        *text = buffer;
        visit.composed = None;
    }
    let stays = entered && place.stays();
    if stays {
        response.request_focus();
    }
    if stays || !is_visited && has_focus {
        visit.begun.clone_from(text);
        forget(&ctx, id, false);
    }
    if has_focus || stays {
        visit.text.clone_from(text);
        let steps = match place {
            Place::Record => Steps { back: visit.begun != *text, forth: can_redo(&ctx, id, text) },
            // What is searched for is no change, and behind it nothing is to be taken back unseen.
            Place::Window | Place::Dialog | Place::Search => Steps { back: true, forth: true },
        };
        ctx.data_mut(|data| {
            data.insert_temp(steps_id(), steps);
            data.insert_temp(key, visit);
        });
    } else if is_visited {
        ctx.data_mut(|data| data.remove::<Visit>(key));
    }
    let changed = *text != old_text;
    if changed && place == Place::Dialog {
        ctx.data_mut(|data| data.insert_temp(typed_id(), ()));
    }
    let escaped = place.stays() && had_focus && has_focus && !is_composing && pressed(Key::Escape);
    Typed { response, changed, done: lost, entered, escaped }
}

/// Whether an input method is in the middle of a word after the events of this frame.
fn composes(ctx: &Context, before: bool) -> bool {
    ctx.input(|input| {
        input.events.iter().fold(before, |composes, event| {
            let Event::Ime(ImeEvent::Preedit { text, .. }) = event else { return composes && !says(event) };
            // Some input methods say so when Enter is pressed; egui hears nothing in it.
            if text == "\n" || text == "\r" { composes } else { !text.is_empty() }
        })
    })
}

/// Whether an event puts something into the text that stays there, or takes it out.
const fn says(event: &Event) -> bool {
    matches!(event, Event::Ime(ImeEvent::Commit(_)) | Event::Text(_) | Event::Paste(_) | Event::Cut)
}

/// A text without what is being composed, which egui keeps as the range of the cursor.
fn without_preedit(ctx: &Context, id: Id, composed: &str) -> String {
    let mut plain = composed.to_owned();
    if let Some(range) = TextEditState::load(ctx, id).and_then(|state| state.cursor.char_range()) {
        plain.delete_selected(&range);
    }
    plain
}

/// Nothing that was typed before can be taken back; what was composed is no longer.
fn forget(ctx: &Context, id: Id, composed: bool) {
    let Some(mut state) = TextEditState::load(ctx, id) else { return };
    if composed {
        state = TextEditState::default();
    } else {
        state.clear_undoer();
    }
    state.store(ctx, id);
}

fn can_redo(ctx: &Context, id: Id, text: &str) -> bool {
    TextEditState::load(ctx, id).is_some_and(|state| {
        let cursor = state.cursor.char_range().unwrap_or_default();
        state.undoer().has_redo(&(cursor, text.to_owned()))
    })
}
