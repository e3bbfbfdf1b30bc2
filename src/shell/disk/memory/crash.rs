//! The disks that a power cut could leave: which steps of names and which writes got onto the disk. What those are is not here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::inode::{Content, Fate, Inode};
use super::names::{Names, Step, drop_unreachable, needs, with_needed, without_unfounded};
use super::state::{State, number_of};

/// At most so many different disks, the extreme ones first, then a sample that `seed` decides.
pub fn crashes(state: &State, most: usize, seed: u64) -> Vec<State> {
    let scene = Scene::of(state);
    let mut found = Found {
        scene: &scene,
        most,
        disks: Vec::new(),
        keys: BTreeSet::new(),
        names: BTreeMap::new(),
        contents: BTreeMap::new(),
    };
    let (mut of_names, mut of_writes) =
        (scene.extremes_of_names(most).into_iter(), scene.extremes_of_writes(most).into_iter());
    for plan in scene.extremes() {
        found.add(&plan);
    }
    // In turn, so that a small number holds some of both.
    loop {
        let (one, other) = (of_names.next(), of_writes.next());
        if found.is_full() || (one.is_none() && other.is_none()) {
            break;
        }
        for plan in one.iter().chain(&other) {
            found.add(plan);
        }
    }
    if scene.combinations().is_some_and(|all| all <= most.saturating_mul(4)) {
        scene.every_one(|plan| found.add(plan));
    } else {
        let mut random = Random(seed);
        // Where nearly all is found, more tries find the same again.
        for _ in 0..most.saturating_mul(2) {
            if found.is_full() {
                break;
            }
            found.add(&scene.sample(&mut random));
        }
    }
    found.disks
}

/// What becomes of each step and of each write.
#[derive(Clone)]
struct Plan {
    kept: Vec<bool>,
    fates: Vec<Fate>,
}

struct Scene<'a> {
    state: &'a State,
    needs: Vec<Vec<usize>>,
    /// The files with writes at stake, and which of all writes those are.
    files: BTreeMap<u64, Range<usize>>,
    /// How many bytes each write has.
    sizes: Vec<usize>,
}

/// What else becomes of all other writes, and whether all names or none are kept.
const SURROUNDINGS: [(Fate, bool); 4] =
    [(Fate::Written, true), (Fate::Dropped, true), (Fate::Written, false), (Fate::Dropped, false)];

impl<'a> Scene<'a> {
    fn of(state: &'a State) -> Self {
        let created = state.steps.iter().filter_map(|step| match step {
            Step::Create { file, .. } => Some(*file),
            Step::MakeFolder { .. } | Step::Rename { .. } | Step::Exchange { .. } | Step::Remove { .. } => None,
        });
        let nameable: BTreeSet<u64> = state.durable.values().filter_map(number_of).chain(created).collect();
        let mut files = BTreeMap::new();
        let mut sizes = Vec::new();
        for number in nameable {
            let start = sizes.len();
            let inode = state.inodes.get(&number);
            sizes.extend(inode.into_iter().flat_map(Inode::at_stake).map(ExactSizeIterator::len));
            if sizes.len() > start {
                files.insert(number, start..sizes.len());
            }
        }
        Self { state, needs: needs(&state.steps), files, sizes }
    }

    fn plan(&self, kept: bool, fate: Fate) -> Plan {
        Plan { kept: vec![kept; self.needs.len()], fates: vec![fate; self.sizes.len()] }
    }

    /// All alike.
    fn extremes(&self) -> Vec<Plan> {
        let fates = [Fate::Dropped, Fate::Written, Fate::ZerosAfter(0)];
        fates.into_iter().flat_map(|fate| [false, true].map(|kept| self.plan(kept, fate))).collect()
    }

    /// Each beginning, each step alone lost, each step alone kept, each folder alone lost or kept.
    fn extremes_of_names(&self, most: usize) -> Vec<Plan> {
        let steps = &self.state.steps;
        let mut choices = Vec::new();
        for at in 0..steps.len().min(most) {
            choices.push((0..steps.len()).map(|step| step < at).collect());
            let mut lost: Vec<bool> = (0..steps.len()).map(|step| step != at).collect();
            without_unfounded(&mut lost, &self.needs);
            choices.push(lost);
            let mut kept: Vec<bool> = (0..steps.len()).map(|step| step == at).collect();
            with_needed(&mut kept, &self.needs);
            choices.push(kept);
        }
        let folders: BTreeSet<_> = steps.iter().flat_map(Step::folders).collect();
        for folder in folders {
            let mut kept: Vec<bool> = steps.iter().map(|step| step.is_in(folder)).collect();
            let mut lost: Vec<bool> = kept.iter().map(|is_in| !is_in).collect();
            with_needed(&mut kept, &self.needs);
            without_unfounded(&mut lost, &self.needs);
            choices.extend([kept, lost]);
        }
        let fates = [Fate::Written, Fate::Dropped];
        let plans =
            choices.into_iter().flat_map(|kept| fates.map(|fate| Plan { kept: kept.clone(), ..self.plan(true, fate) }));
        plans.take(most).collect()
    }

    /// Each write alone lost, written or torn in each way, with all others lost or written.
    fn extremes_of_writes(&self, most: usize) -> Vec<Plan> {
        let mut plans = Vec::new();
        for (others, kept) in SURROUNDINGS {
            let ways: Vec<Vec<Fate>> = self.sizes.iter().map(|size| ways(*size)).collect();
            let rounds = ways.iter().map(Vec::len).max().unwrap_or(0);
            for round in 0..rounds {
                for (at, ways) in ways.iter().enumerate() {
                    let Some(fate) = ways.get(round) else { continue };
                    if plans.len() >= most {
                        return plans;
                    }
                    let mut plan = self.plan(kept, others);
                    if let Some(slot) = plan.fates.get_mut(at) {
                        *slot = *fate;
                    }
                    plans.push(plan);
                }
            }
        }
        plans
    }

    /// How many plans there are; `None` where they are beyond counting.
    fn combinations(&self) -> Option<usize> {
        let steps = 2_usize.checked_pow(u32::try_from(self.needs.len()).ok()?)?;
        self.sizes.iter().try_fold(steps, |all, size| all.checked_mul(ways(*size).len()))
    }

    /// Counts through all plans like an odometer.
    fn every_one(&self, mut add: impl FnMut(&Plan)) {
        let ways: Vec<Vec<Fate>> = self.sizes.iter().map(|size| ways(*size)).collect();
        for number in 0..self.combinations().unwrap_or(0) {
            let mut rest = number;
            let mut digit = |base: usize| {
                let digit = rest % base.max(1);
                rest /= base.max(1);
                digit
            };
            let kept: Vec<bool> = self.needs.iter().map(|_| digit(2) == 1).collect();
            let mut founded = kept.clone();
            without_unfounded(&mut founded, &self.needs);
            if founded == kept {
                let fates = ways.iter().filter_map(|ways| ways.get(digit(ways.len())).copied()).collect();
                add(&Plan { kept, fates });
            }
        }
    }

    fn sample(&self, random: &mut Random) -> Plan {
        let mut plan = self.plan(true, Fate::Written);
        let beginning = random.below(self.needs.len() + 1);
        let order = random.below(3);
        for (at, slot) in plan.kept.iter_mut().enumerate() {
            *slot = match order {
                0 => at < beginning,
                1 => random.below(2) == 0,
                _ => random.below(8) != 0,
            };
        }
        without_unfounded(&mut plan.kept, &self.needs);
        // Now and then nearly all is written, and now and then nearly nothing.
        let written = [2, 4, 7].get(random.below(3)).copied().unwrap_or_default();
        for (slot, size) in plan.fates.iter_mut().zip(&self.sizes) {
            let at = random.below(*size);
            *slot = match random.below(8) {
                below if below < written => Fate::Written,
                _ => match random.below(4) {
                    0 => Fate::Dropped,
                    1 => Fate::Cut(at),
                    2 => Fate::ZerosAfter(at),
                    _ => Fate::ZerosBefore(at),
                },
            };
        }
        plan
    }
}

/// Every fate of a write that is worth looking at, the likeliest to hurt first.
fn ways(size: usize) -> Vec<Fate> {
    let (middle, last) = (size / 2, size.saturating_sub(1));
    let mut ways = vec![
        Fate::Cut(middle),
        Fate::Dropped,
        Fate::ZerosAfter(middle),
        Fate::Written,
        Fate::Cut(1),
        Fate::Cut(last),
        Fate::ZerosAfter(0),
        Fate::ZerosBefore(middle),
    ];
    // Of a very short write some of these are the same.
    if size < 4 {
        ways.retain(|fate| match fate {
            Fate::Cut(at) => *at > 0 && *at < size,
            Fate::ZerosAfter(_) | Fate::ZerosBefore(_) | Fate::Dropped | Fate::Written => true,
        });
        ways.sort();
        ways.dedup();
    }
    ways
}

/// The disks found so far, and what several of them have in common.
struct Found<'a> {
    scene: &'a Scene<'a>,
    most: usize,
    disks: Vec<State>,
    keys: BTreeSet<u128>,
    names: BTreeMap<Vec<bool>, Arc<Names>>,
    contents: BTreeMap<u64, BTreeMap<Vec<Fate>, Arc<Content>>>,
}

impl Found<'_> {
    fn is_full(&self) -> bool {
        self.disks.len() >= self.most
    }

    fn add(&mut self, plan: &Plan) {
        if self.is_full() {
            return;
        }
        let disk = self.disk(plan);
        if self.keys.insert(disk.key()) {
            self.disks.push(disk);
        }
    }

    fn names(&mut self, kept: &[bool]) -> Arc<Names> {
        if let Some(names) = self.names.get(kept) {
            return Arc::clone(names);
        }
        let state = self.scene.state;
        let mut names = Names::clone(&state.durable);
        for (step, _) in state.steps.iter().zip(kept).filter(|(_, is_kept)| **is_kept) {
            step.apply(&mut names);
        }
        drop_unreachable(&mut names);
        let names = Arc::new(names);
        self.names.insert(kept.to_vec(), Arc::clone(&names));
        names
    }

    fn content(&mut self, number: u64, inode: &Inode, fates: &[Fate]) -> Arc<Content> {
        let Some(fates) = self.scene.files.get(&number).and_then(|range| fates.get(range.clone())) else {
            return Arc::clone(inode.content());
        };
        let known = self.contents.entry(number).or_default();
        if let Some(content) = known.get(fates) {
            return Arc::clone(content);
        }
        let content = inode.after(fates);
        known.insert(fates.to_vec(), Arc::clone(&content));
        content
    }

    fn disk(&mut self, plan: &Plan) -> State {
        let names = self.names(&plan.kept);
        let mut inodes = BTreeMap::new();
        for number in names.values().filter_map(number_of) {
            if let Some(inode) = self.scene.state.inodes.get(&number) {
                let content = self.content(number, inode, &plan.fates);
                inodes.insert(number, Inode::holding(content, inode.mode, inode.modified));
            }
        }
        State::holding(names, inodes, self.scene.state.traits.clone())
    }
}

/// `SplitMix64`, by Steele, Lea and Flood (2014): the same numbers on each machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another; 0 where there is none.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % (bound.max(1) as u64)).unwrap_or(0)
    }
}
