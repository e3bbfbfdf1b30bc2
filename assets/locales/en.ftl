# The English words of the program. Sentence case; no full stop after a single sentence; "…" on what asks for more;
# say what is so, then what to do. What stands on Microsoft's page is worded as it is there.

## Shared words

list-separator = ,{" "}
none = none
nothing = nothing
not-known = Not known
yes = Yes
no = No
cancel = Cancel
close = Close
delete = Delete
edit = Edit…
dismiss = Dismiss this message
save-changes = Save changes
submit = Submit

## Joins: a thing and what is said of it

said-of = { $name }: { $said }
bracketed = { $name } ({ $detail })
ledger-row = { $condition }. { $outcomes }
percent = { $share }%

## Menus

menu-file = File
menu-edit = Edit
menu-view = View
menu-portfolio = Portfolio
menu-help = Help
menu-file-letter = F
menu-edit-letter = E
menu-view-letter = V
menu-portfolio-letter = P
menu-help-letter = H
menu-new = New portfolio
menu-open = Open…
menu-recent = Open recent
menu-recent-none = No portfolio opened yet
menu-sample = Open the sample
menu-save = Save
menu-save-as = Save as…
menu-import = Import…
menu-compare = Compare with a file…
menu-export-ron = Export as RON…
menu-export-json = Export as JSON…
menu-export-csv = Export as CSV…
menu-export-xlsx = Export as Excel workbook…
menu-export-table = Export rows and columns…
menu-quit = Quit
menu-undo = Undo
menu-redo = Redo
menu-find = Find
menu-copy-list = Copy the list
menu-select-all = Select all
menu-edit-selected = Edit the selected…
menu-history = History…
menu-upgrade = Upgrade…
menu-add-customer = Add customer…
menu-edit-customer = Edit customer…
menu-delete-customer = Delete customer…
menu-add-subscription = Add subscription…
menu-account = Your account…
menu-offers = Offers…
menu-about = About Upgrade Desk
theme-system = As the desktop
theme-light = Light
theme-dark = Dark
menu-language = Language
language-system = As the system
language-english = English
language-french = Français
language-chinese = 简体中文

## How it looks

density-comfortable = Comfortable rows
density-compact = Compact rows
menu-zoom = Zoom
menu-zoom-in = Zoom in
menu-zoom-out = Zoom out
menu-zoom-reset = Zoom to 100%
menu-zoom-step = { $percent }%
status-opening = Opening { $file }… { $percent } %
status-opening-stops = Giving up { $file }…
status-opening-stop = Stop
opening-first = Opening { $file }: the first customers
menu-less-motion = Reduce motion
menu-frame-times = Show frame times
menu-columns = Columns
menu-columns-customers = Customer list…
menu-columns-held = Subscriptions of a customer…
menu-columns-subscriptions = All subscriptions…
columns-choose = Columns…

## Tabs, search and filters

tab-customers = Customers
tab-subscriptions = All subscriptions
search-name = Search
search-hint = Company, domain or ID
filters-clear = Clear
filter-can-be-upgraded = Can be upgraded
filter-not-known = Not known
filter-suspended = Suspended
filter-no-delegated-admin = No delegated admin
filter-open-tasks = Open tasks
shown-of = { $shown } of { $all } shown
picked-customers = { $count ->
        [one] { $count } customer selected
       *[other] { $count } customers selected
    }
picked-subscriptions = { $count ->
        [one] { $count } subscription selected
       *[other] { $count } subscriptions selected
    }

## Lists

column-company = Company
column-domain = Domain
column-subscriptions = Subs.
column-subscriptions-of = Subscriptions
column-upgradable = Upgrades
column-delegated-admin = Admin
column-customer = Customer
column-subscription = Subscription
column-offer = Offer
column-licenses = Licenses
column-status = Status
column-renewal = Renewal
column-verdict = Upgrade
column-target = To
column-target-in-full = Upgrade to
column-reason = First reason
column-tags = Tags
row-customer = { $company }, { $subscriptions ->
        [one] { $subscriptions } subscription
       *[other] { $subscriptions } subscriptions
    }, { $eligible } can be upgraded, { $unknown } not known
row-subscription = { $offer }, { $licenses ->
        [one] { $licenses } license
       *[other] { $licenses } licenses
    }, { $status }, { $verdict }
row-subscription-of = { $company }: { $offer }, { $licenses ->
        [one] { $licenses } license
       *[other] { $licenses } licenses
    }, { $status }, { $verdict }
row-upgraded = Upgraded
row-add-on = Add-on
row-offer-not-recorded = Offer not recorded
add-customer = Add customer
add-subscription = Add subscription
add-add-on = Add add-on…
empty-portfolio = No customers yet
empty-portfolio-hint = Add one below, or bring files in with File → Import…
empty-search = Nothing found
empty-search-hint = Change the search or clear the filters
empty-working = Working out the verdicts…
empty-working-hint = The portfolio is open; the lists fill in a moment
empty-subscriptions = No subscriptions yet
empty-subscriptions-hint = Add a customer and their subscriptions, or import files
empty-customer = No subscriptions yet
empty-customer-hint = Add the first one below
empty-no-customer = No customer selected
empty-no-customer-hint = Choose one in the list at the left

## Columns of a list

columns-of-customers = Columns of the customer list
columns-of-held = Columns of a customer's subscriptions
columns-of-subscriptions = Columns of all subscriptions
columns-up = Move up: { $column }
columns-down = Move down: { $column }
columns-always = Always shown
columns-reset = Reset
columns-hint = Where the column that a list is sorted by is hidden, the list goes by the one that is always shown. Where a list is narrow, columns that find no room wait until it is wider.

## Several records at once

families-none = With no service chosen, nothing is granted
bulk-customers = { $count ->
        [one] Edit { $count } customer
       *[other] Edit { $count } customers
    }
bulk-subscriptions = { $count ->
        [one] Edit { $count } subscription
       *[other] Edit { $count } subscriptions
    }
bulk-leave = Leave as it is
bulk-add-tags = Add tags
bulk-remove-tags = Remove tags
bulk-tags-hint = Several with commas between them; capital and small letters count alike
bulk-tags-there = Tags that are there: { $tags }
bulk-nothing = Nothing is chosen yet
bulk-changes = Will change: { $changes } of { $all }
bulk-already = So already: { $already }
bulk-gone = No longer there, and left out: { $gone }
bulk-no-family = Choose at least one service, or “Not granted”
bulk-none-changes = All of them are so already
bulk-undo = Recorded as one step, and undone as one

## Said to screen readers alone

spoken-sorted-up = Sorted ascending
spoken-sorted-down = Sorted descending
spoken-records = Records
spoken-divider-width = Width of the customer list
spoken-divider-height = Height of the subscription list

## Customer

header-delegated-admin = Delegated admin: { $privileges }
customer-new = New customer
customer-edit = Edit customer
delegated-all = All services
delegated-families = Some services
delegated-short-all = All
delegated-short-some = Some
delegated-short-none = None
delegated-short-unknown = ?
delegated-not-granted = Not granted
family-office-365 = Office 365
family-dynamics-365 = Dynamics 365
family-azure = Azure
family-other = Other services

## Verdicts

verdict-eligible = Can be upgraded
verdict-not-known = Not known
verdict-not-eligible = Cannot be upgraded
verdict-no-path = No upgrades offered
short-eligible = Possible
short-not-known = Not known
short-not-eligible = Blocked
outcome-met = Pass
outcome-not-met = Fail
outcome-not-known = Not known

## The note under the subscription ID

note-eligible = This subscription can be upgraded.
note-eligible-targets = Possible upgrades: { $targets }
upgrade-now = Upgrade now
note-not-eligible = This subscription cannot be upgraded.
note-not-known = It is not known whether this subscription can be upgraded.
note-nearest = { $others ->
        [0] Show what { $target } needs
        [one] { $target } needs least: show this and one more reason
       *[other] { $target } needs least: show this and { $others } more reasons
    }
note-help = What would help: { $remedy }
note-upgraded = This subscription was closed by a recorded upgrade.
note-upgraded-show = Show the new subscription
note-tasks-open = Recorded upgrade: { $open } of { $all } tasks are open.
note-tasks-done = Recorded upgrade: all tasks are done.
note-tasks-show = Show the tasks
note-provisional = The subscription ID is provisional.
enter-real-id = Enter Partner Center's ID…
open-account = Open Your account…
open-customer = Record it for this customer…
open-customer-short = Edit customer…
open-offer = Enter the offer's services…
no-path-add-on = Add-ons are not upgraded on their own.
no-path-offer-not-recorded = The offer of this subscription is not recorded, so no upgrade can be looked up. Choose the offer in the form.
no-path-offer-not-in-catalog = The offer of this subscription is not in the catalog, so no upgrade is known.
no-path-no-upgrades = No upgrades are offered for this offer.

## Conditions: name, text, what of the reading is ours

condition-active = Active
condition-delegated-admin = Delegated admin
condition-short-delegated-admin = Delegated admin
condition-short-upgrade-path = Upgrade path
condition-short-no-add-ons = No add-ons
condition-no-conflicting-services = No conflicting services
condition-target-not-held = Target not held
condition-upgrade-path = Upgrade path
condition-no-add-ons = No add-ons
condition-provisioned = Provisioned
condition-billing-cycle = Billing cycle
condition-original-reseller = Sold by you
condition-partner-in-good-standing = Account standing
condition-role = Your role
condition-text-active = The subscription must be active (not suspended or cancelled).
condition-text-delegated-admin = You must have delegated administrative privileges for this customer and service.
condition-text-no-conflicting-services = The customer can't already have subscriptions that include the additional services.
condition-text-target-not-held = The customer can't already have the subscriptions you are trying to upgrade them to.
condition-text-upgrade-path = The subscription's offer has upgrade targets, and the offer asked for is among them.
condition-text-no-add-ons = The subscription has no add-on subscriptions that are still held.
condition-text-provisioned = The order is provisioned: the subscription is not pending.
condition-text-billing-cycle = The target offer supports the billing cycle of the subscription.
condition-text-original-reseller = You sold the subscription. With privileges by relationship request alone you cannot transition it.
condition-text-partner-in-good-standing = A delinquent partner account cannot convert or transition a subscription, nor change quantities.
condition-text-role = Admin agents, sales agents and global admins manage subscriptions; help desk agents do not.
condition-reading = Our reading
condition-source = Source
condition-on-page = One of the conditions of Microsoft's page on upgrades
condition-beyond-page = Beyond the page: checked by Partner Center
condition-partner-center = Partner Center
condition-code = Error code { $code }
reading-delegated-admin = "This service" is the family of the subscription's offer. Ours: no source says it more exactly.
reading-no-conflicting-services = Additional services are those that the target has and the source has not, by service plan. Every other record of the customer counts whose status is not deleted or expired, from whichever channel, add-ons and trials too. Ours: no source decides it.
reading-target-not-held = Every other record of the customer counts whose status is not deleted or expired, from whichever channel; a suspended one has to be cancelled first. Ours: no source decides it, nor that Partner Center's code 4, which speaks of limits on concurrent subscriptions, belongs here.
reading-no-add-ons = Add-ons that are deleted or expired no longer count. Ours: the source speaks of add-ons that were purchased before.
reading-provisioned = A subscription that is not provisioned is one with the status Pending. Ours: no source says which status is meant.
reading-partner-in-good-standing = A delinquent account counts as suspended already. Ours: the source says that delinquent accounts can be suspended, and what a suspended one cannot do.
source-dated = { $title }, { $date }
source-undated = { $title }, undated

## Reasons in a few words

reason-active = Not active
reason-status-unknown = Status not known
reason-delegated-admin = No delegated admin
reason-delegated-admin-unknown = Delegated admin not recorded
reason-conflicting-services = Conflicting services
reason-conflicting-services-unknown = Other services not known
reason-target-held = Target already held
reason-target-held-unknown = Other offers not known
reason-no-path = No such upgrade
reason-add-ons = Has add-ons
reason-add-ons-unknown = Add-ons not known
reason-not-provisioned = Not provisioned
reason-cycle = Billing cycle not supported
reason-cycle-unknown = Billing cycle not known
reason-not-yours = Sold by someone else
reason-channel-unknown = Seller not recorded
reason-delinquent = Account is delinquent
reason-standing-unknown = Account standing not recorded
reason-role = Your role does not allow it
reason-role-unknown = Your role is not recorded

## Refusals

record-of-yours = { $offer } ({ $status })
record-of-others = { $offer } ({ $status }, { $channel })
refusal-suspended = The subscription is suspended, and only an active one can be upgraded.
refusal-deleted = The subscription is deleted, and a deleted subscription cannot be brought back or upgraded.
refusal-pending = The order is still pending, so the subscription is not active yet.
refusal-not-active = The status of the subscription is { $status }, and only an active one can be upgraded.
refusal-no-delegated-admin = The customer has not granted you delegated administrative privileges for { $family }.
refusal-no-delegated-admin-at-all = The customer has not granted you delegated administrative privileges.
refusal-conflicting-services = { $count ->
        [one] Another subscription of the customer already includes services that this upgrade would add ({ $services }): { $records }
       *[other] { $count } other subscriptions of the customer already include services that this upgrade would add ({ $services }): { $records }
    }
refusal-target-held = { $count ->
        [one] The customer already has { $target }: { $records }
       *[other] The customer already has { $target }, { $count } times: { $records }
    }
refusal-no-upgrade-paths = No upgrades are offered for this offer.
refusal-not-a-target = { $source } cannot be upgraded to { $target }: the page does not list it.
refusal-add-ons-present = { $count ->
        [one] The subscription still has an add-on: { $records }
       *[other] The subscription still has { $count } add-ons: { $records }
    }
refusal-not-provisioned = The order is not provisioned yet: Partner Center shows it as pending.
refusal-cycle-not-supported = { $target } does not support the billing cycle of the subscription: { $cycle }.
refusal-not-sold-by-you = You did not sell this subscription: { $channel } did.
refusal-sold-direct = You did not sell this subscription: the customer bought it directly.
refusal-delinquent = Your partner account is delinquent, so subscriptions cannot be upgraded and quantities cannot be changed.
refusal-role-cannot = Your role is { $role }, which does not manage subscriptions.

## Questions

question-status = The status is not recorded. Look it up in Partner Center and choose it in the form.
question-status-other = The status "{ $status }" is not one that Partner Center documents. Look it up there and choose what it is.
question-delegated-admin = It is not recorded whether the customer granted you delegated administrative privileges. Look it up under Customers in Partner Center.
question-conflicts = { $count ->
        [one] It is not known whether another subscription already includes the additional services. Look it up in Partner Center: { $records }
       *[other] It is not known whether { $count } other subscriptions already include the additional services. Look them up in Partner Center: { $records }
    }
question-holdings = { $count ->
        [one] It is not known whether the customer already has this offer. Look this record up and complete it: { $records }
       *[other] It is not known whether the customer already has this offer. Look these { $count } records up and complete them: { $records }
    }
question-add-ons = { $count ->
        [one] It is not known whether this add-on belongs to the subscription. Look it up and choose its base in the form: { $records }
       *[other] It is not known whether these { $count } add-ons belong to the subscription. Look them up and choose their base in the form: { $records }
    }
question-cycle = The billing cycle is not recorded. Look it up in Partner Center and choose it in the form.
question-channel = It is not recorded who sold this subscription. Choose it in the form.
question-standing = It is not recorded whether your partner account is in good standing.
question-role = Your role in Partner Center is not recorded.
unclear-status = { $record }: status not known
unclear-offer = { $record }: offer not recorded
unclear-services = { $record }: services not known
unclear-compared = { $record }: it cannot be compared, because the services of the offer or of the target are not known
unclear-parent = { $record }: base subscription not recorded

## The ledger

answer-title = Partner Center’s own answer
answer-read = Read in on { $at }. What was changed since then is not in it.
answer-hint = The ledger here works from what is recorded; Partner Center works from what it has. Where the two differ, look at what each says.
answer-none = It lists no upgrades, and neither does the ledger
answer-all-same = { $count ->
    [one] It says the same as the ledger
   *[other] It says the same as the ledger, for all { $count } offers
}
answer-others-same = { $count ->
    [one] For the other offer it says the same as the ledger
   *[other] For the other { $count } offers it says the same as the ledger
}
answer-same = { $target }: both say the same
answer-other-reasons = { $target }: both say no, for different reasons
answer-contrary-theirs-no = { $target }: possible by the ledger, but Partner Center says no
answer-contrary-theirs-yes = { $target }: not possible by the ledger, but Partner Center says yes
answer-ours-not-known-theirs-yes = { $target }: not known here, and Partner Center says yes
answer-ours-not-known-theirs-no = { $target }: not known here, and Partner Center says no
answer-theirs-not-said = { $target }: Partner Center lists it and does not say whether it is possible
answer-only-theirs-yes = { $target }: Partner Center offers it, and the ledger has no such path
answer-only-theirs-no = { $target }: Partner Center lists it and says no; the ledger has no such path
answer-only-ours = { $target }: a path by the ledger, and not in Partner Center’s answer
answer-theirs = Partner Center: { $reason }
answer-ours = The ledger: { $reason }
answer-code-user-context = It needs to be asked as a signed-in user, which says nothing about the subscription
answer-code-granular = Granular delegated admin privileges are missing; they are not part of the ledger
answer-code-other = A reason that Partner Center does not name
answer-code-not-documented = A reason that is not documented
answer-code-none = A reason without a code
answer-reason = { $reason } (code { $code })
answer-reason-said = { $reason } (code { $code }): { $said }
answer-reason-no-code = { $reason }: { $said }
ledger-title = Possible upgrades
ledger-group-page = Microsoft's page on upgrades, 2018-10-29
ledger-group-beyond = Beyond the page: what Partner Center also checks
ledger-target = { $target }: { $verdict }
footnote-premium = A mark of the page that is not explained on the 21Vianet page. The global page says of it that Office 365 Business India and Business Essentials India can only go to Business Premium India. It blocks nothing here.
reasons-none = Nothing stands in the way of { $target }.
reasons-title = What stands in the way of { $target }
upgrade-to-this = Upgrade to it…
remedies-title = What would help
remedies-then-eligible = Then the upgrade is possible.
remedies-then-not-known = Then nothing fails any more; what is not known has to be found out.
copy-mail = Copy a mail
copy-id = Copy the subscription ID
copy-message = Copy
show-record = Show it

## Remedies

remedy-reactivate = Reactivate the subscription.
remedy-ask-delegated-admin = Ask the customer for delegated administrative privileges: in Partner Center, Customers → Request a reseller relationship, then send the customer the link.
remedy-cancel-yours = Cancel this subscription for the customer; you sold it: { $record }
remedy-cancel-elsewhere = The customer cancels this subscription where they bought it, at { $channel }: { $record }
remedy-cancel-where-bought = The customer cancels this subscription where they bought it: { $record }
remedy-cancel-add-on = Cancel this add-on first: { $record }
remedy-settle-account = Settle your partner account.
remedy-another-role = Let an admin agent, a sales agent or a global admin of yours submit it. (Ours: no source names a remedy.)
remedy-none = Nothing can be done about this here: { $conditions }
instead-add-licenses = { $licenses ->
        [one] The customer has { $target } already: a license could be added to it instead.
       *[other] The customer has { $target } already: { $licenses } licenses could be added to it instead.
    }
mail-your-reseller = your reseller
mail-delegated-admin =
    Subject: Request for delegated administrative privileges

    Dear { $customer },

    to upgrade your Office 365 subscription for you, we need delegated administrative privileges. Please open the link below, sign in as an administrator of your organization, and accept the reseller relationship together with the privileges.

    { "[" }paste here the link from Partner Center: Customers → Request a reseller relationship]

    Kind regards
    { $partner }
mail-cancel =
    Subject: A subscription that stands in the way of your upgrade

    Dear { $customer },

    an upgrade of your Office 365 subscription is only possible once this subscription has been cancelled, because it already includes services of the new one:

    { $record }
    Subscription ID: { $id }

    Please cancel it where you bought it, and tell us when it is done.

    Kind regards
    { $partner }

## Services

service-office-business = Office desktop apps (Business)
service-office-proplus = Office desktop apps (ProPlus)
service-office-online = Office Online
service-onedrive = OneDrive
service-exchange-1 = Exchange Online (Plan 1)
service-exchange-2 = Exchange Online (Plan 2)
service-sharepoint-1 = SharePoint Online (Plan 1)
service-sharepoint-2 = SharePoint Online (Plan 2)
service-skype = Skype for Business
service-rights = Rights management

## Statuses, cycles, channels, roles

status-active = Active
status-suspended = Suspended
status-deleted = Deleted
status-expired = Expired
status-pending = Pending
status-disabled = Disabled
status-unset = Unset
cycle-monthly = Monthly
cycle-annual = Annual
cycle-one-time = One time
cycle-triennial = Three years
cycle-biennial = Two years
cycle-unset = Unset
channel-this-partner = You
channel-other-reseller = Another reseller
channel-direct = Bought directly
role-global-admin = Global admin
role-admin-agent = Admin agent
role-sales-agent = Sales agent
role-helpdesk-agent = Help desk agent

## Fields

field-company-name = Company name
field-customer-id = Microsoft ID
field-customer = Customer
field-domain = Primary domain
field-relationship = Relationship
field-delegated-admin = Delegated admin
field-tags = Tags, with commas
field-notes = Notes
field-subscription-id = Subscription ID
field-offer = Offer
field-offer-id = Offer ID
field-offer-name = Offer name
field-nickname = Nickname
field-quantity = Quantity
field-licenses = Number of licenses
field-assigned = Assigned
field-status = Status
field-cycle = Billing cycle
field-channel = Sold by
field-other-reseller = Reseller's name
field-created = Created
field-commitment-end = Renewal
field-auto-renew = Renews itself
field-trial = Trial
field-parent = Add-on of
field-suspended-on = Suspended on
field-upgraded-to = Upgraded to
field-comment = Comment
field-minimum = Least licenses
field-maximum = Most licenses
field-concurrent-limit = At the same time
field-cycles = Billing cycles
field-family = Family
field-services = Services
field-partner-name = Partner name
field-mpn-id = MPN ID
field-role = Your role
field-standing = In good standing
field-rules = Rule set
field-provisional = Provisional ID
field-from-offer = Offer before
field-to-offer = Offer after
field-tasks = Tasks
field-answer = Partner Center’s own answer
field-read = Read in
answered-eligible = { $target }: yes
answered-not-eligible = { $target }: no
answered-nothing = { $target }: not said
field-tasks-done = { $done } of { $all } done
problem-empty = Fill this in
problem-not-a-number = "{ $typed }" is not a whole number; type digits only
problem-too-large = "{ $typed }" is too large: it has more digits than a number here can have
problem-negative = A number below zero makes no sense here
problem-not-a-date = "{ $typed }" is not a day; type it with the year first, as 2026-11-22 or 2026/11/22
problem-taken = "{ $id }" is taken by another record
problem-own-parent = A subscription cannot be an add-on of itself
problem-above-maximum = More than the most licenses
warning-assigned = More are assigned than the quantity of { $quantity }

## Details form

details-title = Subscription details
change-licenses = Change licenses…
parent-none = Not an add-on
offer-none = Not recorded
offer-search = Search offers
offer-nothing-found = No offer matches
offer-not-in-catalog = Not in the catalog
deletion-day = All data is deleted on { $day } unless the subscription is reactivated (60 days after suspension).
delete-record = Delete record…
form-hint = The form records what Partner Center shows. A field is recorded on Enter or when you leave it.
subscription-new = New subscription
add-on-new = New add-on
subscription-new-hint = Enter what Partner Center shows. What you leave blank stays not known.

## Upgrade dialog

upgrade-title = Upgrade { $offer }
upgrade-about = { $customer }. The whole subscription moves to the new offer.
upgrade-choose-offer = Choose an offer
upgrade-target = { $target }, { $verdict }. { $reasons }
upgrade-offline = Submit records the upgrade here
upgrade-refused = Not recorded: { $reason }
licenses-limits = { $minimum } to { $maximum } licenses; { $today } today
licenses-fewer = Fewer than the { $today } licenses of today
licenses-assigned = Assigned to users: { $assigned }
services-gained = Services gained
services-lost = Services lost

## Recorded upgrade and tasks

recorded-title = Upgrade recorded
recorded-summary = { $customer }: { $from } → { $to }, { $licenses ->
        [one] { $licenses } license
       *[other] { $licenses } licenses
    }
recorded-when = Recorded { $at } by the rules of { $rules }
recorded-tasks = What is left to do
recorded-offline = The upgrade is recorded in this portfolio. These tasks make it real.
copy-tasks = Copy the list
task-done = done
task-open = open
task-submit = Submit the upgrade in Partner Center
task-enter-id = Enter the new subscription's ID here
task-reassign = Reassign users' licenses
task-check-old = Check that the old subscription is no longer active
task-cancel-leftovers = Cancel leftovers
task-tell-customer = Tell the customer
task-help-submit = In Partner Center operated by 21Vianet: Customers → { $customer } → subscription { $source } → Upgrade now → { $offer }, { $licenses ->
        [one] { $licenses } license
       *[other] { $licenses } licenses
    } → Submit
task-help-enter-id = Partner Center shows the new subscription with its own ID. Until it is entered, the ID here is provisional.
task-help-reassign = In the admin center for Office 365 operated by 21Vianet: Users → Active users. A partner cannot manage users' licenses at 21Vianet, so the customer assigns { $offer } to each user.
task-help-check-old = In the admin center for Office 365 operated by 21Vianet: Billing → Subscriptions. { $source } must no longer be active.
task-help-cancel-leftovers = In the admin center for Office 365 operated by 21Vianet: cancel add-ons and trials that the new offer makes needless.
task-help-tell-customer = Tell { $customer } what changed, from when on, and who assigns the licenses.
real-id-what = Type the subscription ID that Partner Center shows for the new { $offer }.
real-id-now = Provisional ID now: { $id }
real-id-empty = Type the ID that Partner Center shows
real-id-not-guid = Partner Center's IDs look like 8f3c2a1e-0b5d-4c6f-9a7e-1d2c3b4a5f60: is this one complete?
real-id-not-provisional = This upgrade has Partner Center's own ID already
real-id-taken = "{ $id }" is the ID of another subscription of this customer

## Changing licenses, suspending, reactivating, cancelling

licenses-title = Change licenses
recorded-here = This is recorded here. Change it in Partner Center too.
action-change-licenses = Change licenses
action-suspend = Suspend
action-reactivate = Reactivate
action-cancel = Cancel subscription
keep-subscription = Keep the subscription
action-suspend-what = The subscription becomes suspended: users cannot sign in, administrators can. All data is deleted after 60 days unless it is reactivated.
action-reactivate-what = The subscription becomes active again.
action-cancel-what = The subscription becomes deleted. A deleted subscription cannot be reactivated.
action-add-ons = { $count ->
        [one] The same happens to its add-on: { $records }
       *[other] The same happens to its { $count } add-ons: { $records }
    }
refused-no-such-subscription = There is no subscription { $id } any more
refused-not-sold-by-you = Only subscriptions that you sold can be changed this way. Sold by: { $channel }
refused-wrong-status = Not possible while the status is { $status }
refused-parent-not-active = An add-on cannot be active while its base subscription is not (its status is { $status }). Reactivate the base first.
refused-id-taken = The provisional ID is taken. Submit once more.
quantity-below-minimum = { $minimum ->
        [one] At least { $minimum } license is needed; { $asked } is too few
       *[other] At least { $minimum } licenses are needed; { $asked } is too few
    }
quantity-above-maximum = { $maximum ->
        [one] At most { $maximum } license is allowed; { $asked } is too many
       *[other] At most { $maximum } licenses are allowed; { $asked } is too many
    }
quantity-below-assigned = { $assigned ->
        [one] { $assigned } license is assigned to a user; unassign it before going down to { $asked }
       *[other] { $assigned } licenses are assigned to users; unassign some before going down to { $asked }
    }
quantity-suspended = The quantity of a suspended subscription cannot be changed
quantity-deleted = The quantity of a deleted subscription cannot be changed
quantity-not-active = The quantity cannot be changed while the status is { $status }
quantity-unchanged = { $quantity ->
        [one] It has { $quantity } license already
       *[other] It has { $quantity } licenses already
    }

## Deleting

delete-customer-what = { $count ->
        [one] { $customer } goes, with one subscription and the upgrades recorded for them.
       *[other] { $customer } goes, with { $count } subscriptions and the upgrades recorded for them.
    }
delete-subscription-what = The record of { $offer } goes, with upgrades recorded for it: { $id }. To cancel the subscription itself, use Cancel subscription.
delete-undo = Edit → Undo brings it back.

## Your account, rule sets

account-title = Your account
account-hint = Two of Partner Center's conditions depend on your role and your account's standing.
rules-label = Rules
rules-page = Page
rules-partner-center = Partner Center
rules-page-hint = The four conditions of Microsoft's page and its table of upgrades, nothing else
rules-partner-center-hint = The page's conditions and what Partner Center checks beyond them

## Offers window

offers-title = Offers
offers-hint = China's own offer list is behind a sign-in; these are Microsoft's figures for the United States as recorded. Change what differs for you: it counts for this portfolio.
offers-own = Changed by you for this portfolio
offers-save = Save for this portfolio
offers-restore = Back to the catalog
offers-services-known = The services are known
offers-services-unknown-hint = As long as they are not known, upgrades of a customer who holds this offer stay not known.
offers-services-others = All service plans, by Microsoft's own IDs

## Files

file-sample = Sample portfolio
file-untitled = Untitled portfolio
file-stored = All changes stored
file-stored-hint = The file holds every change
file-waiting-hint = { $changes ->
        [one] One change is in the journal, safe on the disk; the file follows in a moment
       *[other] { $changes } changes are in the journal, safe on the disk; the file follows in a moment
    }
file-storing = Storing…
file-storing-hint = It is being written to the disk
file-behind = { $changes ->
        [0] File not updated: { $reason }
        [one] { $changes } change in the journal, file not updated: { $reason }
       *[other] { $changes } changes in the journal, file not updated: { $reason }
    }
file-behind-hint = Every change is in the journal, safe on the disk, and will be there at the next start
file-read-only = Read-only
file-read-only-hint = It can be looked at, searched and exported; nothing in it can be changed here
file-kept = Kept in the program's folder, not in a file of yours yet
file-kept-hint = Every change is safe on the disk. File → Save as… puts the portfolio into a file of yours.
file-blank = Nothing to store yet
file-blank-hint = The first change is kept as soon as it is made
file-beside-hint = The program's own folder cannot be written, so the journal lies beside the file, in the folder .upgrade-desk
behind-full = no room left on the disk
behind-failed = it could not be written
behind-outside = it was changed outside
behind-gone = it is no longer there
status-frames = Frame { $last } ms · 99 % within { $p99 } ms · longest { $worst } ms of { $count }
status-working = Working out the verdicts…
status-counts = { $customers ->
        [one] { $customers } customer
       *[other] { $customers } customers
    } · { $subscriptions ->
        [one] { $subscriptions } subscription
       *[other] { $subscriptions } subscriptions
    } · { $eligible } can be upgraded
status-waiting = Waiting for the dialog: { $purpose }
status-stop-waiting = Stop waiting
status-type-path = Type the path instead
banner-sample = This is a copy of the built-in sample. Try anything: nothing real is touched.
banner-sample-new = Start a new portfolio
banner-sample-open = Open a portfolio…
banner-newer-file = Made by a newer version. Opened read-only so that nothing is lost.
banner-newer-journal = Its journal was written by a newer version. Opened read-only so that nothing is lost.
banner-in-use = Open in another window, so here it can only be looked at
banner-backup = This is a backup. It can only be looked at; a copy of it can be changed.
banner-damaged = { $customers ->
        [one] What can be read of the damaged file: { $customers } customer. The file itself is not touched.
       *[other] What can be read of the damaged file: { $customers } customers. The file itself is not touched.
    }
banner-recovered = { $changes ->
        [one] One change made after the last save was recovered
       *[other] { $changes } changes made after the last save were recovered
    }
banner-recovered-show = { $changes ->
        [one] Show it
       *[other] Show them
    }
banner-recovered-undo = { $changes ->
        [one] Undo it
       *[other] Undo them
    }
banner-full = { $changes ->
        [0] No room left on the disk. Nothing is lost; the portfolio file is unchanged since it was last stored.
        [one] No room left on the disk. Your change is kept in the journal; the portfolio file is unchanged since it was last stored.
       *[other] No room left on the disk. Your { $changes } changes are kept in the journal; the portfolio file is unchanged since it was last stored.
    }
banner-failed = { $changes ->
        [0] Nothing is lost, but the portfolio file was not brought up to date: { $reason }
        [one] Your change is kept in the journal, but not in the portfolio file yet: { $reason }
       *[other] Your { $changes } changes are kept in the journal, but not in the portfolio file yet: { $reason }
    }
banner-versions = The file was changed outside while you had it open; both versions are safe
banner-versions-shown = The file is not the one that your last changes were made on; both versions are safe. Nothing can be changed before you have chosen.
banner-versions-show = Show the differences
banner-gone = Your version is safe in the journal, but the file is no longer there
banner-gone-show = What can be done
banner-copies = { $count ->
        [one] Another file here is a version of this portfolio: { $file }
       *[other] { $count } other files here are versions of this portfolio, the first: { $file }
    }
banner-copies-show = Show what differs
banner-more = Show the whole text
banner-less = Show less
save-elsewhere = Save elsewhere…
try-again = Try again
restore-copy = Restore as a copy
purpose-open = Open a portfolio
purpose-save-as = Save the portfolio as
purpose-compare = Compare with a portfolio
purpose-import = Import files
purpose-export = Export the portfolio
purpose-history = Export the history as
format-ron = Portfolio (RON)
format-rest = Partner Center’s REST answers (JSON)
format-json = Portfolio (JSON)
format-csv = Table of subscriptions (CSV)
format-xlsx = Table of subscriptions (Excel)
format-mapped = Table with columns of your own
format-customers = List of customers from Partner Center
format-subscriptions = List of a customer's subscriptions from Partner Center
format-reconciliation = License-based reconciliation file
format-bam-customers = List of customers from the batch migration tool
format-bam-subscriptions = List of subscriptions from the batch migration tool
filter-importable = Files that can be imported
filter-all = All files
path-hint = Type the whole path of the file
path-name = Path of the file
path-confirm = Go on
overwrite-title = The file is there already
overwrite-what = "{ $file }" exists. Replace it?
overwrite-confirm = Replace
dropped-title = A file was dropped
dropped-what = What is to happen with "{ $file }"?
dropped-open = Open it
dropped-import = Import it into this portfolio
unsaved-untitled-title = This portfolio has no file of its own yet
unsaved-untitled = It is kept in the program's folder until you save it under a name.
unsaved-keep = Close and keep it
unsaved-discard = Discard it
unsaved-stuck-title = The file does not have all your changes
unsaved-stuck = { $changes ->
        [one] Your change is kept in the journal and will be there at the next start. The portfolio file does not have it: { $reason }.
       *[other] Your { $changes } changes are kept in the journal and will be there at the next start. The portfolio file does not have them: { $reason }.
    }
unsaved-go-on = Go on without
import-title = Import
import-waiting = Waits until the files before it are read
import-reading = Reading, { $share }
import-hint = Nothing is removed. Edit → Undo takes the whole import back.
import-nothing-taken = Nothing would change
import-confirm = { $count ->
        [0] Import
        [one] Import { $count } record
       *[other] Import { $count } records
    }
import-kind = { $kind } { $count }
import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-left-out = Left out
import-not-taken = Not taken
import-conflict = In conflict
import-real-self = New ID
import-not-in-file = Not in the file
import-take = Take { $record }
import-take-all = Take all
import-take-none = Take none
import-take-theirs = take the file's values
import-keep-ours = keep yours
import-on-its-own = it is another subscription
import-as-real-self = it is the recorded one
import-real-self-of = the recorded upgrade's own ID, in place of { $id }
import-proposed = confirmed by you
import-conflict-values = { $field }: yours { $ours }, the file { $theirs }, at the last import { $before }
import-guess-wrong = Not right?
import-guess-right = Done
import-guessed = Recognized: { $guess }
import-format = Kind of file
import-encoding = Encoding
import-separator = Separator
separator-comma = comma
separator-semicolon = semicolon
separator-tab = tab
header-english = English header
header-french = French header
header-chinese = Chinese header
import-customer = Customer
import-customer-search = Part of the customer's name, or the Microsoft ID
import-asks-customer = Which customer is this file about?
import-customer-by-id = Use the Microsoft ID { $id }
import-subscription = Subscription
import-asks-subscription = Which subscription is this answer about?
import-subscription-use = Use this ID
import-choose-other = Choose another
import-columns = What are the columns of this table?
import-columns-hint = It is remembered for the next file with the same header
import-columns-change = Say otherwise what the columns are
import-columns-use = Read it so
import-columns-not-enough = Say at least where the Microsoft ID of the customer or the subscription ID stands
import-column-not-read = Not read
import-column-reseller = Reseller
import-faults = { $count ->
        [one] { $count } row cannot be read and is left out
       *[other] { $count } rows cannot be read and are left out
    }
import-faults-show = Show
import-faults-hide = Hide
import-faults-save = Save for correcting…
import-notes-more = { $count ->
        [one] { $count } more note
       *[other] { $count } more notes
    }
import-notes-fewer = Fewer notes
import-notes-hint = What the file says and the portfolio has no field for is left behind
purpose-faulty-rows = Save the rows in error
likely-title = The file makes this likely: tick what is so
likely-active = { $count ->
        [one] The subscription charged in the file's last period is active
       *[other] The { $count } subscriptions charged in the file's last period are active
    }
likely-monthly = { $count ->
        [one] The subscription charged by the month is billed monthly
       *[other] The { $count } subscriptions charged by the month are billed monthly
    }
likely-own-sale = { $count ->
        [one] It comes in as sold by you, since such a file lists the partner's own sales
       *[other] All { $count } come in as sold by you, since such a file lists the partner's own sales
    }
likely-privileges-all = { $count ->
        [one] I have delegated administrative privileges for the customer
       *[other] I have delegated administrative privileges for all { $count } customers
    }
likely-privileges-these = I have them for these customers:
likely-ours = How charges are read is ours: the last period is the 31 days before the latest charge begins, without what was cancelled since; 27 to 32 days are a month.
likely-account = Two conditions depend on who you are in Partner Center, which no file says. It is asked for once; Portfolio → Your account changes it later.
left-out-duplicate = the file has it already
left-out-ambiguous = this portfolio has the ID twice
left-out-of-other = it belongs to { $customer } here
left-out-with-customer = with its customer
left-out-no-customer = it is not known whose it is
remark-kept-yours = Stays as you changed it, since the file says the same as last time: { $fields }
remark-no-quantity = The file says no number of licenses: it stands as 0
remark-maybe-real-self = It can be the new ID of one of these, and it is not clear of which: { $ids }
remark-deleted-here = You deleted it since the last import
note-offer-by-name = "{ $name }" was taken for { $offer }
note-offer-by-name-why = "{ $name }" was taken for { $offer }: { $why }
note-offer-not-found = { $times ->
        [one] No offer is called "{ $name }": the subscription comes in without one
       *[other] No offer is called "{ $name }": { $times } subscriptions come in without one
    }
note-as-read = { $times ->
        [one] { $field }: "{ $word }" is not known here and stays as it is written
       *[other] { $field }: "{ $word }" is not known here and stays as it is written, { $times } times
    }
note-credentials-skipped = { $times ->
        [one] The file holds credentials (userCredentials); they were not read
       *[other] The file holds credentials (userCredentials) { $times } times; they were not read
    }
note-not-taken = { $times ->
        [one] Not taken, since there is no field for it: { $what }
       *[other] Not taken, since there is no field for it: { $what }, { $times } times
    }
note-more-pages = The file holds { $held } and says that there are more on further pages
note-offers-as-in-catalog = { $times ->
        [one] { $times } offer is as the built-in catalog has it and is not taken
       *[other] { $times } offers are as the built-in catalog has them and are not taken
    }
note-incomplete = The file holds { $held } of { $total }: the rest is on further pages of the answer
fault-in-row = Line { $line }: { $why }
fault-in-column = Line { $line }, { $column }: { $why }
fault-in-cell = Line { $line }, { $column }: { $why } ({ $value })
fault-missing = empty, and it has to be filled
fault-not-a-number = no whole number
fault-not-a-date = no date
fault-ambiguous-day = day and month could be each other: write the year first
fault-not-privileges = names no families of services
fault-contradicts = line { $line } says something else of the same customer
fault-not-yes-or-no = neither yes nor no
fault-cell-count = { $cells } cells, the header has { $header }
fault-not-text = no text in this encoding
fault-too-long = too long
fault-no-customer = it is not known whose it is
fault-no-subscription = it is not known which subscription it is about

## A damaged, used or large file

damaged-title = This file is damaged
damaged-not-portfolio-title = This file is not a portfolio
damaged-what = { $file }: { $wrong }
damaged-left = The file is left as it is
damaged-better-complete = { $customers ->
        [one] A complete version from { $at } with { $customers } customer is available
       *[other] A complete version from { $at } with { $customers } customers is available
    }
damaged-better-part = { $customers ->
        [one] A version from { $at } with { $customers } customer is available; not everything recorded after it is in it
       *[other] A version from { $at } with { $customers } customers is available; not everything recorded after it is in it
    }
damaged-better-hint = It opens as a copy beside the damaged file
damaged-nothing = No earlier version of it is known here
damaged-not-portfolio = Nothing in it is a portfolio's. A file of another kind comes in by File → Import…
damaged-open-better = Open that version
damaged-readable = { $customers ->
        [0] No customer of it can be read any more
        [one] { $customers } customer of it can still be read
       *[other] { $customers } customers of it can still be read
    }
damaged-show-readable = Show what can be read
damaged-details = What was found wrong
in-use-title = This portfolio is open in another window
in-use-what = That window was asked to come to the front. Here { $file } can be opened to be looked at.
in-use-look = Open read-only
large-title = This file is large
large-what = { $file } has { $size }. Reading it can take a while and much memory.
large-open = Open it
size-bytes = { $size } bytes
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB

## Two versions

versions-title = Two versions of this portfolio
versions-what = { $changes ->
        [0] Both are safe. The file was changed outside while you had it open.
        [one] Both are safe. The file was changed outside while you had it open, and one change of yours is not in it.
       *[other] Both are safe. The file was changed outside while you had it open, and { $changes } changes of yours are not in it.
    }
versions-what-shown = { $changes ->
        [0] Both are safe. The file was edited outside this program since it was stored. Now the file's version is shown.
        [one] Both are safe. The file is not the one that your last change was made on. Now the file's version is shown.
       *[other] Both are safe. The file is not the one that your last { $changes } changes were made on. Now the file's version is shown.
    }
versions-both-kept = Whatever you choose, both are kept as files in the portfolio's folder.
versions-gone = Your version is safe in the journal. The file is no longer there.
versions-unreadable = Your version is safe in the journal. The file was changed outside and cannot be read: { $reason }
versions-differences = What the file's version would change in yours
versions-counts = { $new ->
        [0] No record is new
        [one] One record is new
       *[other] { $new } records are new
    }, { $changed ->
        [0] none changes
        [one] one changes
       *[other] { $changed } change
    }
versions-same = Nothing: every record of the file is in your version as it is
versions-only-yours = What only your version has is not listed here. Keep mine and Merge keep it.
versions-keep-mine = Keep mine
versions-write-again = Write it again
versions-take-theirs = Take the file's
versions-merge = Merge
versions-merge-hint = Keeps yours, then shows what the file's version would bring, as an import
versions-later = Decide later
versions-no-mine = Your version cannot be put together here, so it cannot take the file's place; its journal is kept

## Backups and findings

menu-backups = Backups…
menu-findings = Findings…
backups-title = Backups
backups-hint = Kept are the last 10 (at most one in 10 minutes), one a day for 14 days, one a month for 12 months and the last that opened well, within 1 GiB. Restoring writes a copy beside the portfolio and replaces nothing.
backups-where = They are in { $folder }
backups-reading = Looking for backups…
backups-empty = No backups yet
backups-empty-hint = The first one is made when the file is brought up to date after a change: it is what was in the file before
backups-at = Date and time (UTC)
backups-size = Size
backups-kind = What it is
backups-opened = As it was opened
backups-replaced = What a newer one replaced
backups-look = Look inside
backups-compare = Compare
backups-compare-with = Compare the portfolio with the backup of { $at }
backups-look-at = Look inside the backup of { $at }
backups-restore-at = Restore the backup of { $at } as a copy
findings-title = Findings
findings-hint = { $count ->
        [one] One thing in the file is odd. Nothing was changed because of it.
       *[other] { $count } things in the file are odd. Nothing was changed because of them.
    }
findings-go = Go there
findings-go-to = Go to: { $finding }
findings-none = Nothing odd was found when the file was opened
findings-show-all = Show all

## What is odd in a file, or not known to this version: of the window and the command line
place-line = line { $line }, column { $column }
place-path = line { $line }, column { $column }, { $field }
at-place = { $what }, at { $place }
odd-customer-twice = the customer { $id } is there twice, first at { $first }
odd-subscription-twice = the subscription { $id } is there twice, first at { $first }
odd-offer-twice = the offer { $id } is there twice, first at { $first }
odd-empty-id = an id is empty
odd-rules = the rule set “{ $id }” is not known here
odd-quantity = a quantity of { $quantity } licenses
odd-assigned = { $assigned } assigned licenses
odd-no-parent = the customer has no subscription { $id } for the add-on to belong to
odd-own-parent = a subscription is its own parent
odd-no-successor = the customer has no subscription { $id } to have been upgraded to
odd-minimum = a minimum of { $minimum } licenses above a maximum of { $maximum }
odd-no-customer = an upgrade of the customer { $id }, who is not there
odd-no-subscription = an upgrade of the subscription { $id }, which is not there
odd-answer = an answer of Partner Center about the subscription { $subscription } of the customer { $customer }, which is not there
odd-second-answer = a second answer of Partner Center about the subscription { $subscription }
odd-journal = the journal of this portfolio is damaged: changes that only its later lines held are missing
unfamiliar-field = a field, at { $place }
unfamiliar-word = “{ $word }”, at { $place }
unfamiliar-format = format { $format }, at { $place }

## History

history-title = History
history-undo = Undo the last change
history-empty = Nothing has been recorded yet
history-empty-hint = Every change is listed here, with what became what
history-reading = Reading the journals…
history-recovered = Only what was recovered is shown
history-show-all = Show everything
history-search = Search in the history
history-customer = Company
history-kind = Kind
history-kind-all = All kinds
history-when = When (UTC)
history-what = What was done
history-changes = What became what
history-became = { $what }: { $old } → { $new }
history-more = { $first } (and { $more } more)
history-row = { $at }: { $deed }, { $customer }. { $changes }
history-export = Export…
happened-did = done
happened-undid = undone
happened-redid = done again
history-new = New: { $record }
history-gone = Gone: { $record }
deed-add-customer = Add customer
deed-edit-customer = Edit customer
deed-delete-customer = Delete customer
deed-add-subscription = Add subscription
deed-edit-subscription = Edit subscription
deed-delete-subscription = Delete subscription
deed-change-licenses = Change licenses
deed-suspend = Suspend
deed-reactivate = Reactivate
deed-cancel = Cancel subscription
deed-upgrade = Upgrade
deed-enter-id = Enter subscription ID
deed-tick-task = Tick task
deed-edit-tags = Edit tags of several
deed-edit-delegated-admin = Edit delegated admin of several
deed-edit-customers = Edit several customers
deed-edit-channel = Edit who sold several
deed-edit-partner = Edit your account
deed-switch-rules = Switch rules
deed-edit-offer = Change offer
deed-restore-offer = Restore offer
deed-import = Import
deed-take-back-recovered = Take back what was recovered
deed-tags-of = { $count ->
        [one] Tags of { $count } customer
       *[other] Tags of { $count } customers
    }
deed-delegated-admin-of = { $count ->
        [one] Delegated admin of { $count } customer
       *[other] Delegated admin of { $count } customers
    }
deed-customers-of = { $count ->
        [one] Tags and delegated admin of { $count } customer
       *[other] Tags and delegated admin of { $count } customers
    }
deed-channel-of = { $count ->
        [one] Seller of { $count } subscription
       *[other] Seller of { $count } subscriptions
    }

## Notices

notice-opened = { $customers ->
        [one] Opened { $file }: { $customers } customer
       *[other] Opened { $file }: { $customers } customers
    }
notice-opened-with-findings = { $count ->
        [one] Opened { $file }; one thing in it is odd: { $first }
       *[other] Opened { $file }; { $count } things in it are odd, the first: { $first }
    }
notice-opened-unsealed = { $customers ->
    [one] Opened { $file }: { $customers } customer. The file has no end mark yet, so damage to it would not be noticed; it gets one with the first change.
   *[other] Opened { $file }: { $customers } customers. The file has no end mark yet, so damage to it would not be noticed; it gets one with the first change.
}
notice-opened-edited-outside = { $file } was edited outside this program: its end mark does not fit. Look whether everything is as it should be; backups are under File.
notice-backup-opened = { $customers ->
    [one] A backup, to look at: { $customers } customer
   *[other] A backup, to look at: { $customers } customers
}
notice-open-on-share = This portfolio is marked as open elsewhere: { $who }. Changes made in both places will have to be brought together.
notice-kept-beside = The program's own folder cannot be written, so the journal of this portfolio lies beside it, in the folder .upgrade-desk. Do not let a sync client handle that folder.
notice-outside-kept = Somebody else had changed the file. Their version is kept as { $file }.
notice-theirs-taken = The file's version was taken. Yours is kept as { $file }.
notice-theirs-taken-alone = The file's version was taken. Yours could not be put together; its journals are kept in the program's folder for 30 days.
notice-opened-replaced = { $file } is not as this program left it: it was changed or replaced outside. What was in it before is under File, Backups.
notice-restored = Written as { $file }. Nothing was replaced.
notice-asked-to-front = This portfolio was to be opened a second time; here it is
notice-decide-first = Nothing was changed: decide first which of the two versions to go on with
notice-saved = Saved { $file }
notice-exported = Exported { $file }
notice-table-exported = Exported { $file }: customers and subscriptions. A table has no place for the partner, your own offers, recorded upgrades and the history.
notice-exported-in-part = Exported { $file } without what this version does not know in the open file
notice-imported = Imported: { $new } new records, { $changed } changed
notice-nothing-to-import = { $file } holds nothing that is not here already
notice-copied = Copied
notice-did = Recorded: { $deed }
notice-undid = Undone: { $deed }
notice-redid = Done again: { $deed }
notice-nothing-to-undo = There is nothing to undo
notice-nothing-to-redo = There is nothing to do again
notice-read-only = This portfolio is open read-only, so nothing was changed
notice-form-problem = { $field }: { $problem }
notice-too-many-subscriptions = The customer now has { $held } subscriptions of { $offer }; Partner Center allows { $limit } at the same time
notice-cancelled = No file was chosen
notice-opens-after-dialog = The file has been read and opens once this dialog is closed
notice-leaves-after-dialog = What you asked for goes on once this dialog is closed
notice-dialog-first = Close the dialog first, then drop the file again
notice-stopped-waiting = Stopped waiting for the dialog
notice-customer-gone = That record is no longer here
failure-not-read = The file could not be read: { $detail }. Nothing was changed.
failure-missing = The file could not be read: there is none at { $path }. Nothing was changed.
failure-not-allowed = The file could not be read: the system does not allow it. Nothing was changed. ({ $path })
failure-own-file = This is the file that is open in this window: choose another name. Nothing was written. ({ $path })
failure-not-understood = The file could not be opened: { $detail }. Nothing was changed. ({ $path })
failure-not-written = Your portfolio is safe, but the file could not be written: { $detail }. Choose another place or try again.
failure-not-journaled = This change was not kept, and nothing was changed: { $detail }. Everything before it is safe. Free some room or check the folder, then try again.
failure-may-come-back = This change was not kept: { $detail }. It could not be taken out of the journal again either, so that it may come back as a recovered change when the file is next opened. Everything before it is safe. Free some room or check the folder, then try again.
failure-in-use = The file is open in another window, so it was not replaced: { $path }
failure-settings-not-kept = The program's settings could not be stored: { $detail }
failure-settings-not-read = The program's settings could not be read and were set aside: { $detail } ({ $path })

## Why a file could not be read or written

step-open = the file cannot be opened
step-read = the file cannot be read
step-resolve = the place of the file cannot be found
step-create = no temporary file can be made beside the file
step-write = the file cannot be written
step-sync = the file cannot be put safely on the disk
step-rename = the new file cannot take the place of the old one
step-sync-folder = the folder cannot be put safely on the disk
step-folder = the folder for the journal cannot be made
step-lock = the portfolio cannot be locked against other windows
step-journal = the change cannot be written to the journal
system-missing = there is no such file or folder
system-not-allowed = the system does not allow it
system-full = there is no room left
system-read-only = nothing can be written there
system-folder = it is a folder
system-no-folder = a part of the path is no folder
file-refused = { $what }: { $said }: { $path }
file-too-large = the file is larger than { $limit } bytes: { $path }
file-changed-outside = the file was changed outside
load-empty = the file is empty: it is damaged, not a new portfolio
load-too-large = the file is too large: { $size } bytes, where at most { $limit } are read
load-not-text = the text is not valid { $encoding }, at byte { $offset } ({ $place })
load-zeros = there are zero bytes where there should be text, from byte { $offset } ({ $place })
load-unmarked = the text looks like UTF-16 without a byte order mark; save it as UTF-8
load-newer = the file was made by a newer version of the program: its format is { $format }, this version knows { $known }, and it differs too much to be shown
load-no-format = there is no format { $format }; the first is 1
wrong-day = “{ $text }” is not a day; expected one that exists, as YYYY-MM-DD
wrong-time = “{ $text }” is not a time; expected RFC 3339, such as 2026-11-22T09:30:00Z
wrong-id = “{ $text }” is not a portfolio id; expected a UUID
exchange-not-recognized = the file is of no format that can be imported
exchange-only-read = such files can only be read, not written: { $format }
exchange-only-written = such files can only be written, not read: { $format }
exchange-not-written = the file cannot be put together: { $said }
exchange-stopped = it was stopped
exchange-temporary = the sheets cannot be kept in the folder for temporary files: { $said }
exchange-rows = there are { $rows } rows, and this format holds at most { $most }
exchange-long = { $column } in row { $row } has { $characters } characters, and a cell of this format holds at most { $most }
exchange-damaged = the file is damaged, or not what it seems to be: { $said }
exchange-not-read = the file cannot be read: { $said }
most-bytes = there may be at most { $most } bytes in the file
most-inflated = there may be at most { $most } bytes when unpacked
most-parts = there may be at most { $most } parts in the file
most-rows = there may be at most { $most } rows
most-columns = there may be at most { $most } columns
most-cells = there may be at most { $most } cells
most-texts = there may be at most { $most } different texts
most-cell = there may be at most { $most } bytes in one cell
most-tag = there may be at most { $most } bytes in one tag
most-styles = there may be at most { $most } styles
catalog-damaged = the built-in catalog is damaged: { $said }
file-at = { $said }: { $path }
file-locked = it is open in another window, or another command is changing it: { $path }
own-fault-said = the program found a fault of its own: { $said }
own-fault-start-again = the program found a fault of its own; start it again
report-no-customer = the portfolio has no customer { $customer }
report-no-upgrade = no upgrade of the subscription { $subscription } is recorded
system-taken = there is something of that name already
system-not-a-file = it is not a regular file
system-links = the path leads from link to link without an end
system-too-large = the file is too large
system-busy = another program is using it
system-name = the system does not take this name
system-not-reached = the place on the network cannot be reached
system-broken = the disk, or the connection to it, fails
parse-missing = the field `{ $field }` is missing
parse-missing-of = the field `{ $field }` of { $of } is missing
parse-twice = the field `{ $field }` is there twice
parse-twice-of = the field `{ $field }` of { $of } is there twice
parse-ends = the text ends early
parse-expected = expected { $what }
parse-kind = expected { $expected }, found { $found }
parse-not-one-of = `{ $found }` is not known here; expected { $known }
parse-mark = `{ $mark }`
parse-or = { " " }or{ " " }
parse-unexpected = unexpected `{ $letter }`
parse-length = the list has a wrong length: { $found }
parse-range = the number is too large or too small
parse-number = this is not how a number is written
parse-escape = this is not how a letter is written in a text
parse-comment = a comment has no end
parse-more = there is more text behind the end
parse-deep = it nests too deep
parse-long = a text of { $length } bytes is too long; at most { $most } are read
kind-whole-number = a whole number
kind-number = a number
kind-text = a text in quotes
kind-yes-or-no = `true` or `false`
kind-list = a list
kind-record = a record
kind-name = a name
kind-nothing = nothing
kind-value = a value
malformed-deep = nested deeper than 64 brackets
malformed-ends = the text ends where a value should stand
malformed-colon = a colon should stand behind a name
malformed-name = a name should stand here
malformed-open-text = a text that does not end on its line
malformed-backslash = a backslash that means nothing
malformed-value = what stands here is no value
malformed-answer = an answer should begin here, with a bracket
malformed-record = a record in brackets should stand here
malformed-word = a word should stand here
malformed-id = an id should stand here
malformed-text = a text should stand here
malformed-reason = a reason with a code should stand here

## Exporting rows and columns

table-title = Export rows and columns
table-rows = Rows
table-rows-all = All subscriptions: { $count }
table-rows-filtered = As searched and filtered: { $count }
table-rows-customer = Those of { $customer }: { $count }
table-columns = Columns
table-columns-all = All columns
table-columns-none = No columns
table-verdicts = Verdicts and reasons
table-hint = The heads stay in English, so that programs and a later import know them
table-export = Export…

## Comparing

compare-title = Compare
compare-since-file = What has changed from { $file } to the open portfolio
compare-until-file = What has changed from the open portfolio to { $file }
compare-swap = The other way round
compare-under-way = Reading and comparing…
compare-failed = It cannot be compared: { $detail }. Choose a portfolio (RON).
compare-same = The two hold the same
compare-partial = Not everything in the file or in its journal was understood, so there can be more differences
compare-verdicts = Verdicts turned
compare-gone = Gone
compare-no-verdicts = No verdict turned
compare-no-target = Not a target
compare-not-asked = Not asked
compare-show = Show it
compare-history = Recorded actions: { $new } new, { $gone } gone

## About

about-title = About Upgrade Desk
about-version = Version { $version }, MIT license
about-what = Which subscriptions of a customer can be upgraded in Partner Center operated by 21Vianet, to which offer, and if not, why not and what would help.
about-sources = What the facts rest on
about-source-paths = The page's table, in its order. The French page is a machine translation and calls the first source “Office 365 entreprise”.
about-source-offers = An answer for another country. The families are ours: by service plans where an offer holds one of those that matter to an upgrade, else by product name.
about-source-services = Cut to the workloads that exist at 21Vianet: only the service plans that matter to an upgrade stand with an offer.
about-source-names = French as the French page writes its targets; where that page translates a product name wrongly, the English name stands. Chinese as Office 365 operated by 21Vianet names its products.
about-source-aliases = The names since 21 April 2020 are those of the announcement.
about-sources-defaults = China's own offer matrix is behind a sign-in: all these are defaults, and each can be changed for a portfolio.

## Reports

report-menu = Report as HTML…
purpose-report = Save the report as
writing-so-far = Writing { $file }: { $done } of { $all } customers
writing-stops = Giving up { $file }…
writing-stop = Stop writing
notice-report-written = Report written: { $file }
notice-opening-given-up = { $file } was not opened
notice-writing-stopped = { $file } was not written
failure-report = The report could not be made: { $detail }
report-made-by = Made with Upgrade Desk { $version }
report-internal = For your own use: customers are named in it.
report-named = { $offer } ({ $name })
report-first-of = The first { $shown } of { $all } are listed. The totals cover all of them.
report-review-title = Upgrade review
report-partner = Partner
report-partner-unnamed = Not recorded
report-mpn = MPN ID { $id }
report-rules = Rules
report-rules-dated = { $rules }, newest source of { $date }
report-as-of = As of
report-customer = Customer
report-customers = Customers
report-subscription = Subscription
report-subscriptions = Subscriptions
report-licenses = Licenses
report-offer = Offer
report-status = Status
report-status-other = Another status
report-verdict = Verdict
report-month = Month
report-reason = Reason
report-seller = Sold by
report-target = Target
report-targets = Can be upgraded to
report-total = Total
report-upgrade = Upgrade
report-upgrade-path = { $licenses ->
        [one] { $from } → { $to }, { $licenses } license
       *[other] { $from } → { $to }, { $licenses } licenses
    }
report-recorded-on = Recorded
report-open-tasks = Open tasks
report-verdicts-title = What can be upgraded
report-verdicts-about = All subscriptions by verdict. A subscription has the best verdict of its targets.
report-opportunities-title = Upgrade opportunities
report-opportunities-about = Subscriptions that can be upgraded now, those with the most licenses first
report-opportunities-none = No subscription can be upgraded now
report-blocked-title = What stands in the way
report-blocked-about = Subscriptions that have upgrades, none of which is open now, by what stands first in the way of the target that needs least
report-blocked-none = Nothing stands in the way of any upgrade
report-opens-about = What one cure would open: each subscription was judged again by the same rules with that one thing settled and nothing else changed.
report-fix = What would settle it
report-opened-subscriptions = Subscriptions opened
report-opened-licenses = Licenses opened
report-opened-alone = This alone opens it.
report-fix-active = Reactivate the subscription
report-fix-delegated-admin = The customer grants you delegated administrative privileges
report-fix-conflicting-services = The customer cancels the subscriptions that include the additional services
report-fix-target-held = The customer cancels the subscriptions of the target
report-fix-add-ons = Cancel the add-ons
report-fix-standing = Settle your partner account
report-fix-role = Someone with another role submits the upgrade
report-fix-none = Nothing can be done about it here
report-fix-question = Find out what is not known; then it can be judged
report-help = What would help
report-suspended-title = Suspended subscriptions
report-suspended-about = Users cannot sign in. { $days } days after the suspension all data is deleted, unless the subscription is reactivated before.
report-suspended-none = No subscription is suspended
report-suspended-on = Suspended on
report-deleted-on = Data is deleted on
report-days-left = Days left
report-tasks-title = Open tasks of recorded upgrades
report-tasks-none = No tasks are open
report-offers-title = Offers
report-offers-about = Subscriptions that are neither deleted nor expired, by offer
report-offer-not-recorded = Offer not recorded
report-other-offers = { $count ->
        [one] { $count } other offer
       *[other] { $count } other offers
    }
report-statuses-title = Statuses
report-statuses-about = All subscriptions by status
report-renewals-title = Renewals by month
report-renewals-about = Subscriptions that are neither deleted nor expired, by the month in which their commitment ends
report-renewals-before = Before { $month }
report-renewals-after = After { $month }
report-renewals-none = Not recorded
customer-page-menu = Page for the customer…
customer-page-language = A page in plain words about what { $customer } can upgrade, what stands in the way, and what they have to do. Choose its language:
customer-page-title = Your Office 365 subscriptions: what can be upgraded
customer-page-to = For { $customer }
customer-page-from = From { $partner }, { $day }
customer-page-as-of = { $day }
customer-page-intro = This page says which of your subscriptions can be upgraded to an offer with more services, what stands in the way of the others, and what you can do about it.
customer-page-licenses = { $licenses ->
        [one] { $licenses } license
       *[other] { $licenses } licenses
    }
customer-page-target = Upgrade to { $target }
customer-page-target-adds = Upgrade to { $target }; this adds: { $services }
customer-page-yes-title = What can be upgraded
customer-page-yes-none = At the moment none of your subscriptions can be upgraded.
customer-page-submit = Tell us which upgrade you want, and for how many licenses; we submit it for you.
customer-page-no-title = What stands in the way
customer-page-record-from = { $offer } (from { $seller })
customer-page-suspended = The subscription is suspended: your users cannot sign in.
customer-page-suspended-until = The subscription is suspended: your users cannot sign in. All of its data is deleted on { $day } unless it is reactivated before.
customer-page-pending = The order is still being processed.
customer-page-not-active = The subscription is not active; its status is: { $status }
customer-page-no-privileges = We do not have the delegated administrative privileges that the upgrade needs.
customer-page-conflict = You already have subscriptions with services that the upgrade would add: { $records }
customer-page-held = You already have the offer that the upgrade leads to: { $records }
customer-page-add-ons = The subscription still has add-ons: { $records }
customer-page-cycle = { $target } is not available with the billing cycle of this subscription: { $cycle }
customer-page-not-ours = You did not buy this subscription from us. Only whoever sold it to you can upgrade it.
customer-page-our-side = We have to settle something on our side first. There is nothing for you to do about this.
customer-page-checking = We have to look something up first, and will come back to you.
customer-page-asks-records = Tell us more about these subscriptions, so that we can say whether they stand in the way: { $records }
customer-page-asks-privileges = We do not know yet whether you have granted us delegated administrative privileges, and will look it up.
customer-page-either-or = It would take cancelling { $records }, which you could upgrade instead. Tell us which of the two you want.
customer-page-cancelled-for-another = To upgrade another one you are asked to cancel this one. Tell us if you would rather upgrade this one.
customer-page-do-title = What you have to do
customer-page-do-none = There is nothing that you have to do now.
customer-page-do-tell = Tell us when it is done. We then look again, and submit the upgrade if nothing else stands in the way.
customer-page-do-keep = Tell us that you want to keep { $record }, so that we reactivate it.
customer-page-do-reactivate = Have { $record } reactivated where you bought it.
customer-page-do-privileges = Grant us delegated administrative privileges. How this is done stands below.
customer-page-do-allow = Tell us that we may cancel { $record }.
customer-page-do-cancel-at = Cancel { $record } with { $seller }, where you bought it.
customer-page-do-cancel-direct = Cancel { $record } in the admin center for Office 365 operated by 21Vianet: Billing → Subscriptions.
customer-page-do-cancel = Cancel { $record } where you bought it.
customer-page-id = Subscription ID: { $id }
customer-page-grant-title = How to grant delegated administrative privileges
customer-page-grant-link = We send you a link: our request for a reseller relationship.
customer-page-grant-open = Open it and sign in as an administrator of your organization.
customer-page-grant-accept = Accept the reseller relationship together with the delegated administrative privileges.
customer-page-progress-title = Upgrades under way
customer-page-after-title = After an upgrade
customer-page-after-note = You may have to use the admin center for Office 365 operated by 21Vianet to complete some of the tasks that belong to an upgrade:
customer-page-after-assign = Assign the licenses of the new offer to your users: Users → Active users.
customer-page-after-check = Check that the old subscription is no longer active: Billing → Subscriptions.
customer-page-after-cancel = Cancel add-ons and trials that the new offer makes needless.
evidence-menu = Evidence pack…
evidence-title = Evidence of an upgrade
evidence-rules = Judged by
evidence-new-id = New subscription ID
evidence-provisional = Made up here, until Partner Center's own is entered
evidence-comment = Comment
evidence-comment-none = None
evidence-not-in-history = The history of the portfolio has no line for this upgrade, so that neither the records before and after nor the outcomes of the conditions can be shown.
evidence-records-title = Records before and after
evidence-before = Before
evidence-after = After
evidence-subscription-id = Subscription ID
evidence-ledger-title = Conditions, as they were judged
evidence-ledger-about = The outcomes are those that were recorded with the upgrade. Texts and sources are those of the rule set of the same id in this version of the program.
evidence-condition = Condition
evidence-outcome = Outcome
evidence-outcome-pass = Met
evidence-outcome-fail = Not met
evidence-outcome-not-known = Not known
evidence-source = Source
evidence-tasks-title = Tasks
evidence-task-state = State
evidence-hashes-title = Hashes (SHA-256)
evidence-hash-how = Each hash is taken of the text below it, in UTF-8 and without a line break at its end. The texts hold what the line of the portfolio's history says, so that they can be put together again from the portfolio file alone. Where a character is shown by its number here, the JSON form of this pack has it as it is.
evidence-hash-text = Text
evidence-hash-line = The whole line of the history
evidence-hash-portfolio = The whole portfolio
evidence-hash-portfolio-how = Each hash is that of the portfolio file as this version of the program writes it, with its end mark: a copy of the file from that moment gives the same. It is rebuilt by taking back the changes that are kept beside the portfolio.
evidence-hash-out-of-reach = The changes that are kept beside the portfolio do not reach back to this upgrade, so that the hash of the whole portfolio before and after cannot be worked out any more.

## Keys, palette, manual

palette-menu = Command palette…
palette-title = Command palette
palette-hint = Type a command, a customer or an offer
palette-nothing = Nothing is called that
palette-customer = Customer
palette-offer = Offer
keys-menu = Keys
keys-title = Keys
keys-in-lists = In lists
keys-in-dialogs = In dialogs
keys-arrows = Go to the row above or below
keys-ends = Go to the first or the last row
keys-pages = Go a page up or down
keys-edge-width = Move the edge of the customer list, once Tab is on it
keys-edge-height = Move the edge of the subscription list, once Tab is on it
keys-pick = Select further rows
keys-pick-click = Click
keys-pick-click-what = Select a row beside others, or a range
keys-pick-one = Select one row alone again
keys-enter-list = Open the row
keys-tab = Go on to the next thing, with Shift to the one before
keys-menu-bar = Go to the menus, and back
keys-menu-letter = Open the File menu, the others by their letters
keys-copy = Copy the selected rows
keys-letters = Letters
keys-letters-what = Go to the next customer that begins with them
keys-enter-dialog = Do what the dialog is for
keys-escape = Close the dialog and change nothing
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-enter = Enter
key-escape = Escape
key-tab = Tab
key-plus = Plus
key-minus = Minus
key-equals = Equals
key-shift = Shift
manual-menu = Manual
manual-title = Manual
condition-why = Why? Read more in the manual

## The command line

cli-named = { $what } ({ $name })
cli-nicknamed = { $offer } “{ $name }”
cli-value = { $field }: { $value }
cli-heading = Rules: { $rules } · as of { $day }
cli-totals = Customers: { $customers } · subscriptions: { $subscriptions }
cli-licenses = licenses: { $licenses }
cli-limits = { $minimum } to { $maximum } licenses
cli-deletion = { $left ->
        [one] suspended: all data is deleted on { $day }, in { $left } day
       *[other] suspended: all data is deleted on { $day }, in { $left } days
    }
cli-deletion-past = suspended: all data was due to be deleted on { $day }
cli-coded = code { $code }: { $reason }
cli-reason = { $condition }: { $reason }
cli-reason-code = code { $code }, { $condition }: { $reason }
cli-refused = refused, and nothing is written (customer { $customer }):
cli-reason-rest = { $reason } (REST { $code })
cli-recorded = { $licenses ->
        [one] recorded: { $customer } · { $source } from { $from } to { $to } with { $licenses } license, by the rules { $rules }
       *[other] recorded: { $customer } · { $source } from { $from } to { $to } with { $licenses } licenses, by the rules { $rules }
    }
cli-would-be-recorded = { $licenses ->
        [one] would be recorded: { $customer } · { $source } from { $from } to { $to } with { $licenses } license, by the rules { $rules }
       *[other] would be recorded: { $customer } · { $source } from { $from } to { $to } with { $licenses } licenses, by the rules { $rules }
    }
cli-dry-run = nothing is written: this was a dry run
cli-written = written: { $path }
cli-unchanged = nothing to change: { $path }
cli-unknown-rules = the portfolio names the rule set “{ $named }”, which is not known here; judged by { $used } (--rules chooses another)
cli-judged-by = judged by { $old } → { $new }
cli-too-many-records = that would be more than four million records; ask for fewer --customers or fewer --per-customer
cli-report-extension = a page for a customer is written as .html, the evidence of an upgrade as .html or .json
cli-reading = { $path }: { $percent } % read
cli-read-as = { $path }: read as { $what }
cli-likely = likely, to be confirmed in the window: { $what }
cli-asks-customer = the file does not say whose it is: --customer ID
cli-asks-subscription = the file does not say which subscription it is about: --subscription ID
cli-asks-columns = the file does not say which column is what: import it in the window once, which remembers it
cli-fault = left out: { $path }: { $fault }
cli-more-faults = { $more ->
        [one] left out: { $more } more row; the window shows it and saves it for correcting
       *[other] left out: { $more } more rows; the window shows them and saves them for correcting
    }
cli-upgrade-of = of { $source } at { $at }, customer { $customer }
cli-subscription-of = { $subscription } of { $customer }
cli-new = { $kind ->
        [customer] new customer { $record }
        [offer] new offer { $record }
        [upgrade] new upgrade { $record }
        [answer] new answer { $record }
       *[subscription] new subscription { $record }
    }
cli-gone = { $kind ->
        [customer] gone customer { $record }
        [offer] gone offer { $record }
        [upgrade] gone upgrade { $record }
        [answer] gone answer { $record }
       *[subscription] gone subscription { $record }
    }
cli-changed = { $kind ->
        [customer] changed customer { $record }: { $changes }
        [offer] changed offer { $record }: { $changes }
        [upgrade] changed upgrade { $record }: { $changes }
        [answer] changed answer { $record }: { $changes }
       *[subscription] changed subscription { $record }: { $changes }
    }
cli-changed-partner = changed partner: { $changes }
cli-conflict = { $kind ->
        [customer] conflict customer { $record }: { $fields }
        [offer] conflict offer { $record }: { $fields }
        [upgrade] conflict upgrade { $record }: { $fields }
        [answer] conflict answer { $record }: { $fields }
       *[subscription] conflict subscription { $record }: { $fields }
    }
cli-real-self = subscription { $record } is the recorded { $provisional }
cli-real-self-changed = subscription { $record } is the recorded { $provisional }: { $changes }
cli-not-in-file = { $kind ->
        [customer] not in the file: customer { $record }
        [offer] not in the file: offer { $record }
        [upgrade] not in the file: upgrade { $record }
        [answer] not in the file: answer { $record }
       *[subscription] not in the file: subscription { $record }
    }
cli-left-out = { $kind ->
        [customer] left out: customer { $record }: { $reason }
        [offer] left out: offer { $record }: { $reason }
        [upgrade] left out: upgrade { $record }: { $reason }
        [answer] left out: answer { $record }: { $reason }
       *[subscription] left out: subscription { $record }: { $reason }
    }
cli-counts = { $kind ->
        [customer] customers: { $new } new, { $changed } changed, { $unchanged } unchanged, { $left } left out
        [offer] offers: { $new } new, { $changed } changed, { $unchanged } unchanged, { $left } left out
        [upgrade] upgrades: { $new } new, { $changed } changed, { $unchanged } unchanged, { $left } left out
        [answer] answers: { $new } new, { $changed } changed, { $unchanged } unchanged, { $left } left out
       *[subscription] subscriptions: { $new } new, { $changed } changed, { $unchanged } unchanged, { $left } left out
    }
cli-counts-rare = { $counts }, { $conflicts } in conflict, { $real } under their own id, { $absent } not in the file
cli-verdict-of = verdict of { $record }: { $old } → { $new }
cli-recovered = { $changes ->
        [one] with { $changes } change from the journal that the file does not hold yet: { $path }
       *[other] with { $changes } changes from the journal that the file does not hold yet: { $path }
    }
cli-without-journal = { $changes ->
        [one] without { $changes } change of yours that was made on another version of the file; open it in the window to choose: { $path }
       *[other] without { $changes } changes of yours that were made on another version of the file; open it in the window to choose: { $path }
    }
cli-newer-journal = without the changes that a newer version of the program has in its journal: { $path }
cli-damaged-journal = the journal is damaged: changes that only its later lines held are missing: { $path }
cli-edited-outside = edited outside: the end mark does not fit, in { $path }
cli-replaced = not as this program left it: it was changed or replaced outside: { $path }
cli-open-on-share = marked as open elsewhere ({ $who }): { $path }
cli-another-version = another version of this portfolio lies beside it: { $path }
cli-read-only = read-only: this version does not understand everything in { $path }
cli-left-behind = left out: what this version does not understand in { $path }
cli-and-more = and { $more } more
cli-not-exported = left out: a table holds customers and subscriptions alone, not { $parts }; .ron and .json hold everything: { $path }
cli-part-partner = the partner
cli-part-offers = the portfolio's own offers
cli-part-upgrades = the recorded upgrades
cli-part-history = the history
cli-part-answers = Partner Center's own answers
cli-odd = odd: { $fact }, at { $place }, in { $path }
cli-odd-more = odd: and { $more } more, in { $path }; the window lists them all
cli-in = in { $path }
cli-of-file = { $what }: { $path }
cli-no-report-of-customer =
    the portfolio has no customer { $customer }
    Nothing was written. --customer takes a Microsoft ID.
cli-no-report-of-upgrade =
    no upgrade of the subscription { $subscription } is recorded
    Nothing was written. --upgrade takes the ID of the subscription that was upgraded, or of the one that took its place.
cli-in-use =
    it is open in another window, or another command is changing it: { $path }
    Nothing was changed. Close it there, or try again in a moment.
cli-two-versions =
    { $changes ->
        [one] the file was changed outside while { $changes } change of yours was not in it yet: { $path }
       *[other] the file was changed outside while { $changes } changes of yours were not in it yet: { $path }
    }
    Both versions are safe, and nothing was changed. Open it in the window to choose between them.
cli-appeared =
    a file of this name has been made meanwhile: { $path }
    It was left as it is, and nothing was changed. Try again to import into it.
cli-no-format =
    no format that can be written goes by this name: { $path }
    Names that can be: { $extensions }.
cli-no-subscription =
    no subscription has the id { $subscription }, in { $path }
    `upgrade-desk check` lists all of them.
cli-several-subscriptions =
    more than one subscription has the id { $subscription }, in { $path }
    Delete or rename the ones that are wrong first.
cli-onto-itself =
    the portfolio cannot be exported onto itself: { $path }
    Choose another name for --to.
cli-no-columns =
    it is a table, and nobody said yet which of its columns is what: { $path }
    Import it in the window once; what you say of its columns there is remembered for every table with the same header.
cli-no-output = the output cannot be written: { $said }
cli-advice-may-come-back = The change was not kept, but it could not be taken out of the journal again either: it may be there when the portfolio is next opened. Look with `upgrade-desk check` before you try again.
cli-advice-not-kept = The change was not kept, and nothing was changed. Free some room or check the folder, then try again.
cli-advice-taken-back-outside = The change was taken back, so that nothing was changed. Try again: it is then made on the file as it is now.
cli-advice-taken-back = The change was taken back, so that nothing was changed. Free some room or check the folder, then try again.
cli-advice-in-journal = The change is safe in the journal, and comes with the file when it is next opened. Free some room or check the folder, then open it again.
cli-advice-not-known = The change was to be taken back, and that failed too: it may be there when the portfolio is next opened. Look with `upgrade-desk check` before you try again.
cli-advice-read-only = Saving would lose that, so the file can be read but not changed. Use a newer version of the program.
cli-advice-fault = This is a fault of the program; nothing was written. Please report it with the file.
cli-advice-readable = Files that can be read: { $extensions }.
cli-advice-formats = Formats that can be read: { $read }; written: { $written }.
cli-not-said = It is recorded, but what there is to say of it could not be printed: { $said }
cli-advice-stopped = Nothing was written.
cli-advice-temporary = Make room in the folder for temporary files, or name another one in the variable TMPDIR, or export as .csv, which needs none.
cli-advice-rows = Export as .csv, which holds any number of rows.
cli-advice-long = Nothing was cut and nothing was written. Shorten that text, or export as .csv, which holds all of it.
cli-advice-split = Split the table into smaller files and import one after the other.
cli-advice-whole = Check that the file is whole and can be read, then try again.
cli-advice-size = Portfolios are smaller; is it the right file?
cli-advice-path = Check that the path is right and that you may use it.
cli-advice-right-file = Is it the right file? If so, go back to a copy of it.
cli-advice-text = A portfolio is a text in UTF-8. Is it the right file? If so, go back to a copy of it.
cli-advice-newer = Use a newer version of the program.
cli-advice-format = Correct the format in the file, or go back to a copy of it.
cli-advice-ron = Is it a portfolio in RON? Other files come in by `upgrade-desk import`. If it is, correct that place or go back to a copy.
cli-advice-places = Correct those places in the file, or go back to a copy of it.

## The command line: help and wrong usage

usage-about =
    Which Office 365 subscriptions can be upgraded, to what, and if not, why not

    Without a command the window is opened. Exit status: 0 done, 1 refused (nothing is written), 2 wrong usage.
usage-check = Say what every subscription can be upgraded to, with all reasons
usage-upgrade = Record one upgrade, if the rules allow it
usage-import = Read files into a portfolio, and say what changes
usage-export = Write a portfolio as another file, under a new ID, or a report of it
usage-diff = Say what changed between two portfolios
usage-generate = Make up a portfolio to try things with; the same arguments give the same bytes
usage-help = Print this help, or the help of a command
usage-open = The portfolio to open in the window; without it the last one
usage-lang =
    The language of the window, of reports, and of what commands say: en, fr or zh-CN

    Without it commands speak English. What `check` and `export` give programs (JSON, CSV, workbooks) is the same in every language.
usage-renderer = How the window is drawn
usage-renderer-glow = OpenGL
usage-renderer-wgpu = The system's own: Direct3D or Metal
usage-file = The portfolio
usage-rules = The rule set to judge by, instead of the portfolio's own: page or partner-center
usage-check-as-of = The day of the answer; without it today, in UTC
usage-check-format = For people, or for programs
usage-upgrade-subscription = The subscription to upgrade
usage-upgrade-to = The offer to upgrade it to
usage-upgrade-licenses = How many licenses the new subscription is to have
usage-upgrade-dry-run = Say what would be recorded, and write nothing
usage-import-from = The files to read
usage-import-into = The portfolio that takes them in; it is made where it is missing
usage-import-customer = The customer that a file is about, where it does not say so itself
usage-import-subscription = The subscription that a file is about, where it does not say so itself
usage-import-dry-run = Say what would change, and write nothing
usage-export-to = The file to write; its extension says the format, and .html is a report in the language that --lang names
usage-export-customer = The page for this customer, instead of the review of the portfolio (.html)
usage-export-upgrade = The evidence of the recorded upgrade of this subscription (.html or .json)
usage-export-as-of = The day of the report; without it today, in UTC
usage-diff-old = The portfolio as it was
usage-diff-new = The portfolio as it is
usage-generate-customers = How many customers
usage-generate-per-customer = How many subscriptions a customer has on average
usage-generate-seed = Which of all made-up portfolios
usage-generate-to = The file to write
usage-help-flag = Print help (see more with --help)
usage-help-flag-long = Print help (see a summary with -h)
usage-version-flag = Print version
usage-heading = Usage:
usage-commands = Commands:
usage-arguments = Arguments:
usage-options = Options:
usage-word-options = OPTIONS
usage-word-command = COMMAND
usage-default = [default: { $value }]
usage-possible = [possible values: { $values }]
usage-values = Possible values:
usage-error = error: { $what }
usage-more = For more information, try --help
usage-no-option = there is no option { $option } here
usage-one-too-many = there is one argument too many: “{ $argument }”
usage-no-command = there is no command “{ $command }”
usage-no-file-or-command = there is no file and no command “{ $name }”
usage-file-with-command = a file to open goes without a command
usage-command-missing = a command is missing
usage-missing = arguments are missing: { $arguments }
usage-no-value = a value is missing behind { $argument }
usage-wrong-value = “{ $value }” is no value for { $argument }
usage-wrong-value-because = “{ $value }” is no value for { $argument }: { $reason }
usage-too-many-values = “{ $value }” is one value too many for { $argument }
usage-conflict = { $argument } cannot be used with { $other }
usage-twice = { $argument } can be given only once
usage-not-unicode = an argument is not valid UTF-8
usage-not-understood = the arguments make no sense
usage-no-rule-set = there is no rule set of this ID; there are: { $ids }
usage-no-language = there are no words for this language; there are: { $tags }
usage-no-day = expected a day that exists, as YYYY-MM-DD
usage-no-number = expected a whole number in digits
usage-number-too-large = the number is too large
usage-did-you-mean = Did you mean “{ $similar }”?
usage-as-value = To give “{ $argument }” as a value, write -- in front of it
