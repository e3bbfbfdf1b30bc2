//! The offers in force, found by id: the catalogue's, or the portfolio's own in their stead. What the catalogue says is `catalog`'s.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{ById, Catalog, Id, Language, Offer, OfferNames, PathTarget, Services};

/// Some of the services that offers hold: a bit for each that any offer in force holds, so that comparing two takes no
/// look-up. Only those of the same [`Offers`] mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceBits(Box<[u64]>);

impl ServiceBits {
    fn of(services: &Services, places: &BTreeMap<&str, usize>) -> Self {
        let mut words = vec![0_u64; places.len().div_ceil(u64::BITS as usize)];
        for place in services.iter().filter_map(|service| places.get(&**service)) {
            if let Some(word) = words.get_mut(place / u64::BITS as usize) {
                *word |= 1 << (place % u64::BITS as usize);
            }
        }
        Self(words.into_boxed_slice())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Whether the others hold all of these.
    #[must_use]
    pub fn are_in(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).all(|(word, other)| word & !other == 0)
    }

    /// Whether the others hold one of these.
    #[must_use]
    pub fn meet(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).any(|(word, other)| word & other != 0)
    }

    /// Whether the others hold one of these that is not among the known.
    #[must_use]
    pub fn meet_beyond(&self, known: &Self, others: &Self) -> bool {
        let words = self.0.iter().zip(&known.0).zip(&others.0);
        words.into_iter().any(|((word, known), other)| word & !known & other != 0)
    }
}

/// An offer in force, with what the rules ask of it again and again worked out once.
#[derive(Clone, Debug)]
pub struct InForce {
    pub offer: Arc<Offer>,
    /// The offer's services; `None`: not known.
    pub services: Option<ServiceBits>,
    /// The place of its row in the table of upgrades.
    path: Option<usize>,
}

/// The offers in force for one portfolio, found by id.
#[derive(Clone, Debug)]
pub struct Offers {
    catalog: Arc<Catalog>,
    in_force: Vec<InForce>,
    by_id: ById<usize>,
    own: Vec<Arc<Offer>>,
    /// The rows of the table of upgrades by their sources.
    paths: ById<usize>,
    /// Of each row of the table where its targets stand among those in force.
    targets: Vec<Vec<Option<usize>>>,
}

impl Offers {
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, own: &[Arc<Offer>]) -> Self {
        let paths: ById<usize> = catalog.paths.iter().enumerate().map(|(at, path)| (path.source.clone(), at)).collect();
        // Of two with one id the later counts, which is the portfolio's own.
        let all: Vec<&Arc<Offer>> = catalog.offers.iter().chain(own).collect();
        let by_id: ById<usize> = all.iter().enumerate().map(|(at, offer)| (offer.id.clone(), at)).collect();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for service in all.iter().filter_map(|offer| offer.services.as_ref()).flatten() {
            let next = places.len();
            places.entry(service).or_insert(next);
        }
        let in_force = |offer: &&Arc<Offer>| InForce {
            services: offer.services.as_ref().map(|services| ServiceBits::of(services, &places)),
            path: paths.get(&offer.id).copied(),
            offer: Arc::clone(offer),
        };
        let in_force = all.iter().map(in_force).collect();
        let place = |target: &PathTarget| by_id.get(&target.offer).copied();
        let targets = catalog.paths.iter().map(|path| path.targets.iter().map(place).collect()).collect();
        Self { in_force, by_id, own: own.to_vec(), paths, targets, catalog }
    }

    #[must_use]
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    #[must_use]
    pub fn find(&self, id: &Id) -> Option<&Arc<Offer>> {
        self.in_force(id).map(|found| &found.offer)
    }

    /// As [`Offers::find`], with what the rules ask of it.
    #[must_use]
    pub fn in_force(&self, id: &Id) -> Option<&InForce> {
        self.by_id.get(id).and_then(|at| self.in_force.get(*at))
    }

    /// The upgrade targets of an offer in the page's order; empty where there are none.
    #[must_use]
    pub fn targets(&self, source: &Id) -> &[PathTarget] {
        self.targets_at(self.paths.get(source).copied())
    }

    fn targets_at(&self, path: Option<usize>) -> &[PathTarget] {
        path.and_then(|at| self.catalog.paths.get(at)).map_or(&[], |path| path.targets.as_slice())
    }

    /// As [`Offers::targets`], with each target as it is in force. `found`: the source, where it is in force.
    pub fn targets_in_force<'a>(
        &'a self,
        source: &Id,
        found: Option<&InForce>,
    ) -> impl Iterator<Item = (&'a Id, Option<&'a InForce>)> + use<'a> {
        let path = found.map_or_else(|| self.paths.get(source).copied(), |found| found.path);
        let places = path.and_then(|at| self.targets.get(at)).map_or(&[][..], Vec::as_slice);
        let in_force = |place: &Option<usize>| place.and_then(|at| self.in_force.get(at));
        self.targets_at(path).iter().map(|target| &target.offer).zip(places.iter().map(in_force))
    }

    /// The catalogue's offers in its order, each as in force, then those that only this portfolio has.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Offer>> {
        let builtin = self.catalog.offers.iter().filter_map(|offer| self.find(&offer.id));
        let only_own = self.own.iter().filter(|own| !self.catalog.offers.iter().any(|offer| offer.id == own.id));
        builtin.chain(only_own)
    }

    /// What the offers of the table are called in each language; of an offer that this portfolio has as its own, nothing.
    #[must_use]
    pub fn names(&self, id: &Id) -> Option<&OfferNames> {
        self.catalog.names.iter().find(|names| names.offer == *id).filter(|_| !self.is_own(id))
    }

    /// An offer as a language calls it, else as the catalogue or the portfolio does.
    #[must_use]
    pub fn name<'a>(&'a self, offer: &'a Offer, language: Language) -> &'a str {
        self.names(&offer.id).map_or(offer.name.as_str(), |names| match language {
            Language::English => names.en.as_str(),
            Language::French => names.fr.as_str(),
            Language::SimplifiedChinese => names.zh_cn.as_str(),
        })
    }

    /// Whether the offer in force is this portfolio's own.
    #[must_use]
    pub fn is_own(&self, id: &Id) -> bool {
        self.own.iter().any(|offer| offer.id == *id)
    }
}
