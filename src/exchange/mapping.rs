//! Which column of a person's own table is what: proposed by its words, set once, and remembered by the table's header. Reading such a table is `own_columns`'.

use super::cell_value::folded;
use super::merge::Field;
use super::own_table::COLUMNS;
use crate::storage::{RememberedMapping, content_hash};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The Microsoft ID.
    CustomerId,
    SubscriptionId,
    /// One field of a customer or of a subscription.
    Field(Field),
    /// The reseller that sold it: the partner's name or MPN id, another's, or nothing.
    Reseller,
}

/// The name that [`Column::Reseller`] goes by; the others have that of our own table's column.
const RESELLER: &str = "reseller";

impl Column {
    /// Everything that a column can be, in the order in which it is offered.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.iter().map(|(_, column)| *column).chain([Self::Reseller])
    }

    /// The stable name, by which a mapping is remembered.
    #[must_use]
    pub fn key(self) -> &'static str {
        COLUMNS.iter().find(|(_, column)| *column == self).map_or(RESELLER, |(name, _)| name)
    }

    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::all().find(|column| column.key() == key)
    }
}

/// What each column of a table holds, in the order of its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// `None` for a column that is not read.
    pub columns: Vec<Option<Column>>,
}

impl Mapping {
    /// As it is remembered, under the header that it is for.
    #[must_use]
    pub fn remembered(&self, header: &[String]) -> RememberedMapping {
        let columns = self.columns.iter().map(|column| column.map(|column| column.key().to_owned())).collect();
        RememberedMapping { header: key_of(header), columns }
    }

    /// The mapping that was remembered for a header. A column that this version does not know is not read.
    #[must_use]
    pub fn recalled(remembered: &[RememberedMapping], header: &[String]) -> Option<Self> {
        let key = key_of(header);
        let found = remembered.iter().find(|known| known.header == key && known.columns.len() == header.len())?;
        let column = |name: &Option<String>| name.as_deref().and_then(Column::of_key);
        Some(Self { columns: found.columns.iter().map(column).collect() })
    }

    /// Whether rows can be read by it: they have to be somebody's, and a subscription has to have its id.
    #[must_use]
    pub fn is_enough(&self, customer_is_chosen: bool) -> bool {
        let has = |column| self.columns.contains(&Some(column));
        has(Column::CustomerId) || has(Column::SubscriptionId) || customer_is_chosen
    }
}

/// What a header is known by again: its words in their order. Nothing of the table is kept.
#[must_use]
pub fn key_of(header: &[String]) -> String {
    let words: Vec<&str> = header.iter().map(|word| word.trim()).collect();
    content_hash(words.join("\u{1f}").as_bytes()).to_string()
}

/// Words that columns go by, in English, French and Chinese, without accents and blanks. Those of domain.md sections 6 and 7
/// are Microsoft's, the others [ours].
const WORDS: [(Column, &[&str]); 20] = [
    (
        Column::CustomerId,
        &[
            "microsoftid",
            "idmicrosoft",
            "customerid",
            "customertenantid",
            "tenantid",
            "idclient",
            "iddeclient",
            "客户id",
            "租户id",
            "客户租户id",
        ],
    ),
    (
        Column::Field(Field::CompanyName),
        &[
            "company",
            "customername",
            "nomdelasociete",
            "societe",
            "nomduclient",
            "公司名称",
            "公司",
            "客户名称",
            "客户公司名称",
        ],
    ),
    (
        Column::Field(Field::Domain),
        &[
            "primarydomainname",
            "domainname",
            "nomdedomaineprincipal",
            "nomdedomaine",
            "domaine",
            "主域名",
            "域名",
            "primarydomain",
            "domaineprincipal",
        ],
    ),
    (Column::Field(Field::Relationship), &["relation", "关系"]),
    (
        Column::Field(Field::DelegatedAdmin),
        &[
            "delegatedadministrativeprivileges",
            "dap",
            "privilegesdadministrationdelegues",
            "admindeleguee",
            "administrationdeleguee",
            "委派的管理权限",
        ],
    ),
    (
        Column::Field(Field::Tags),
        &["tag", "labels", "tagswithcommas", "etiquettes", "etiquettesvirgules", "标签", "标签用逗号分隔"],
    ),
    (Column::Field(Field::Notes), &["note", "comment", "comments", "remarks", "remarques", "commentaires", "备注"]),
    (
        Column::SubscriptionId,
        &[
            "subscriptionid",
            "idabonnement",
            "iddabonnement",
            "syndicationpartnersubscriptionnumber",
            "订阅id",
            "订阅编号",
            "订阅标识",
        ],
    ),
    (Column::Field(Field::OfferId), &["durableofferid", "iddeloffre", "idoffre", "产品id", "产品服务id", "产品编号"]),
    (
        Column::Field(Field::OfferName),
        &[
            "offer",
            "subscription",
            "product",
            "productname",
            "abonnement",
            "offre",
            "produit",
            "订阅",
            "产品",
            "产品服务",
            "产品名称",
            "产品服务名称",
            "nomdeloffre",
            "nomduproduit",
        ],
    ),
    (Column::Field(Field::FriendlyName), &["nickname", "subscriptionname", "surnom", "昵称"]),
    (
        Column::Field(Field::Quantity),
        &[
            "qty",
            "licenses",
            "licences",
            "numberoflicenses",
            "seats",
            "seatcount",
            "quantite",
            "nombredelicences",
            "数量",
            "许可证",
            "许可证数量",
        ],
    ),
    (Column::Field(Field::Assigned), &["assignedlicenses", "attribuees", "licencesattribuees", "已分配"]),
    (Column::Field(Field::Status), &["etat", "statut", "状态"]),
    (
        Column::Field(Field::BillingCycle),
        &["billing", "billingplan", "facturation", "cycledefacturation", "cycledefact", "计费周期", "付款周期"],
    ),
    (Column::Reseller, &["reseller", "revendeur", "经销商"]),
    (Column::Field(Field::Created), &["creationdate", "createdon", "datedecreation", "creele", "创建日期"]),
    (
        Column::Field(Field::CommitmentEnd),
        &[
            "commitmentenddate",
            "renewaldate",
            "renewal",
            "expirationdate",
            "datederenouvellement",
            "renouvellement",
            "到期日期",
            "到期日",
            "续订日期",
            "续订日",
            "续费日期",
            "续费日",
        ],
    ),
    (
        Column::Field(Field::AutoRenew),
        &["autorenewal", "autorenewenabled", "renewsitself", "renouvellementautomatique", "renouvauto", "自动续订"],
    ),
    (Column::Field(Field::Trial), &["istrial", "essai", "versiondessai", "试用"]),
];

/// The mapping that a header's words make likely. Where two columns could be the same, neither is, unless one goes by our own
/// name for it.
#[must_use]
pub fn proposed(header: &[String]) -> Mapping {
    let words: Vec<String> = header.iter().map(|word| folded(word)).collect();
    // A person's "customer" can be a name or an id, and their "subscription" is mostly an offer's name.
    let is_clear = |column: &Column| matches!(column, Column::Field(_));
    let own = |word: &String| {
        let found = COLUMNS.iter().find(|(name, _)| folded(name) == *word).map(|(_, column)| *column);
        found.filter(is_clear)
    };
    let like =
        |word: &String| WORDS.iter().find(|(_, known)| known.contains(&word.as_str())).map(|(column, _)| *column);
    let of_own: Vec<Option<Column>> = words.iter().map(own).collect();
    let of_words: Vec<Option<Column>> = words.iter().map(like).collect();
    let times = |all: &[Option<Column>], column| all.iter().filter(|other| **other == Some(column)).count();
    let clear = |at: usize| {
        if let Some(own) = of_own.get(at).copied().flatten() {
            return Some(own).filter(|own| times(&of_own, *own) == 1);
        }
        let like = of_words.get(at).copied().flatten()?;
        Some(like).filter(|like| times(&of_own, *like) == 0 && times(&of_words, *like) == 1)
    };
    Mapping { columns: (0..words.len()).map(clear).collect() }
}
