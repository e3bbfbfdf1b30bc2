//! While the keys are used the pointer rests: what shows under a pointer that merely lies there, a tip above all, does not come between. What the pointer does is egui's.

use egui::{Context, Event, Plugin, Pos2, RawInput};

/// Lets the pointer be gone from a key on until it is moved.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet {
    /// Where it was last.
    at: Option<Pos2>,
    is_held: bool,
    is_gone: bool,
}

impl Plugin for Quiet {
    fn debug_name(&self) -> &'static str {
        "quiet"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        let mut events = Vec::with_capacity(input.events.len() + 1);
        for event in input.events.drain(..) {
            if let Event::PointerMoved(at) = &event {
                (self.at, self.is_gone) = (Some(*at), false);
            } else if let Event::PointerButton { pos, pressed, .. } = &event {
                (self.at, self.is_held, self.is_gone) = (Some(*pos), *pressed, false);
            } else if let Event::PointerGone = &event {
                self.at = None;
            } else if let (Event::MouseWheel { .. } | Event::Zoom(_), true, Some(at)) = (&event, self.is_gone, self.at)
            {
                // The wheel is turned where the pointer lies.
                events.push(Event::PointerMoved(at));
                self.is_gone = false;
            } else if let (Event::Key { pressed: true, .. }, false, Some(_)) = (&event, self.is_held, self.at)
                && !self.is_gone
            {
                self.is_gone = true;
                events.push(Event::PointerGone);
            }
            events.push(event);
        }
        input.events = events;
    }
}
