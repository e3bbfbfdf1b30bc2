# The French words of the program: every message of en.ftl, in its order, with the same arguments.
# The terms are those of Microsoft's pages on Partner Center operated by 21Vianet, where they have one.

## Shared words

list-separator = ,{" "}
none = aucun
nothing = rien
not-known = Inconnu
yes = Oui
no = Non
cancel = Annuler
close = Fermer
delete = Supprimer
edit = Modifier…
dismiss = Masquer ce message
save-changes = Enregistrer
submit = Envoyer

## Joins: a thing and what is said of it

said-of = { $name } : { $said }
bracketed = { $name } ({ $detail })
ledger-row = { $condition }. { $outcomes }
percent = { $share } %

## Menus

menu-file = Fichier
menu-edit = Édition
menu-view = Affichage
menu-portfolio = Portefeuille
menu-help = Aide
menu-file-letter = F
menu-edit-letter = D
menu-view-letter = A
menu-portfolio-letter = P
menu-help-letter = I
menu-new = Nouveau portefeuille
menu-open = Ouvrir…
menu-recent = Fichiers récents
menu-recent-none = Aucun portefeuille récent
menu-sample = Ouvrir l’exemple
menu-save = Enregistrer
menu-save-as = Enregistrer sous…
menu-import = Importer…
menu-compare = Comparer avec un fichier…
menu-export-ron = Exporter en RON…
menu-export-json = Exporter en JSON…
menu-export-csv = Exporter en CSV…
menu-export-xlsx = Exporter en classeur Excel…
menu-export-table = Exporter des lignes et colonnes…
menu-quit = Quitter
menu-undo = Annuler
menu-redo = Rétablir
menu-find = Rechercher
menu-copy-list = Copier la liste
menu-select-all = Tout sélectionner
menu-edit-selected = Modifier la sélection…
menu-history = Historique…
menu-upgrade = Mettre à niveau…
menu-add-customer = Ajouter un client…
menu-edit-customer = Modifier le client…
menu-delete-customer = Supprimer le client…
menu-add-subscription = Ajouter un abonnement…
menu-account = Votre compte…
menu-offers = Offres…
menu-about = À propos d’Upgrade Desk
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
menu-language = Langue
language-system = Comme le système
language-english = English
language-french = Français
language-chinese = 简体中文

## How it looks

density-comfortable = Lignes espacées
density-compact = Lignes serrées
menu-zoom = Zoom
menu-zoom-in = Agrandir
menu-zoom-out = Réduire
menu-zoom-reset = Taille réelle (100 %)
menu-zoom-step = { $percent } %
status-opening = Ouverture de { $file }… { $percent } %
status-opening-stops = Abandon de { $file }…
status-opening-stop = Arrêter
opening-first = Ouverture de { $file } : les premiers clients
menu-less-motion = Réduire les animations
menu-frame-times = Afficher la durée des images
menu-columns = Colonnes
menu-columns-customers = Liste des clients…
menu-columns-held = Abonnements d’un client…
menu-columns-subscriptions = Tous les abonnements…
columns-choose = Colonnes…

## Tabs, search and filters

tab-customers = Clients
tab-subscriptions = Tous les abonnements
search-name = Rechercher
search-hint = Société, domaine ou ID
filters-clear = Effacer
filter-can-be-upgraded = Éligibles
filter-not-known = Inconnus
filter-suspended = Suspendus
filter-no-delegated-admin = Sans admin. déléguée
filter-open-tasks = Tâches à faire
shown-of = { $shown } sur { $all }
picked-customers = { $count ->
        [one] { $count } client sélectionné
       *[other] { $count } clients sélectionnés
    }
picked-subscriptions = { $count ->
        [one] { $count } abonnement sélectionné
       *[other] { $count } abonnements sélectionnés
    }

## Lists

column-company = Société
column-domain = Domaine
column-subscriptions = Abo.
column-subscriptions-of = Abonnements
column-upgradable = Éligibles
column-delegated-admin = Admin
column-customer = Client
column-subscription = Abonnement
column-offer = Offre
column-licenses = Licences
column-status = État
column-renewal = Renouv.
column-verdict = Mise à niveau
column-target = Vers
column-target-in-full = Mise à niveau vers
column-reason = Premier motif
column-tags = Étiquettes
row-customer = { $company }, { $subscriptions ->
        [one] { $subscriptions } abonnement
       *[other] { $subscriptions } abonnements
    }, { $eligible ->
        [one] { $eligible } éligible
       *[other] { $eligible } éligibles
    }, { $unknown ->
        [one] { $unknown } inconnu
       *[other] { $unknown } inconnus
    }
row-subscription = { $offer }, { $licenses ->
        [one] { $licenses } licence
       *[other] { $licenses } licences
    }, { $status }, { $verdict }
row-subscription-of = { $company } : { $offer }, { $licenses ->
        [one] { $licenses } licence
       *[other] { $licenses } licences
    }, { $status }, { $verdict }
row-upgraded = Mis à niveau
row-add-on = Module complémentaire
row-offer-not-recorded = Offre non renseignée
add-customer = Ajouter un client
add-subscription = Ajouter un abonnement
add-add-on = Module complémentaire…
empty-portfolio = Aucun client pour l’instant
empty-portfolio-hint = Ajoutez-en un ci-dessous ou importez des fichiers par Fichier → Importer…
empty-search = Aucun résultat
empty-search-hint = Modifiez la recherche ou effacez les filtres
empty-working = Évaluation en cours…
empty-working-hint = Le portefeuille est ouvert ; les listes se remplissent dans un instant
empty-subscriptions = Aucun abonnement pour l’instant
empty-subscriptions-hint = Ajoutez un client et ses abonnements, ou importez des fichiers
empty-customer = Aucun abonnement pour l’instant
empty-customer-hint = Ajoutez le premier ci-dessous
empty-no-customer = Aucun client sélectionné
empty-no-customer-hint = Choisissez-en un dans la liste de gauche

## Columns of a list

columns-of-customers = Colonnes de la liste des clients
columns-of-held = Colonnes des abonnements d’un client
columns-of-subscriptions = Colonnes de tous les abonnements
columns-up = Monter : { $column }
columns-down = Descendre : { $column }
columns-always = Toujours affichée
columns-reset = Rétablir
columns-hint = Si la colonne de tri est masquée, la liste est triée par celle qui est toujours affichée. Dans une liste étroite, les colonnes qui ne trouvent pas de place attendent qu’elle soit plus large.

## Several records at once

families-none = Si aucun service n’est choisi, rien n’est accordé
bulk-customers = { $count ->
        [one] Modifier { $count } client
       *[other] Modifier { $count } clients
    }
bulk-subscriptions = { $count ->
        [one] Modifier { $count } abonnement
       *[other] Modifier { $count } abonnements
    }
bulk-leave = Laisser tel quel
bulk-add-tags = Étiquettes à ajouter
bulk-remove-tags = Étiquettes à retirer
bulk-tags-hint = Plusieurs étiquettes se séparent par des virgules ; majuscules et minuscules se valent
bulk-tags-there = Étiquettes présentes : { $tags }
bulk-nothing = Rien n’est encore choisi
bulk-changes = Modifications : { $changes } sur { $all }
bulk-already = Déjà ainsi : { $already }
bulk-gone = Disparus entre-temps et laissés de côté : { $gone }
bulk-no-family = Choisissez au moins un service, ou « Non accordée »
bulk-none-changes = Tout est déjà ainsi
bulk-undo = Consigné en une seule étape, annulé de même

## Said to screen readers alone

spoken-sorted-up = Tri croissant
spoken-sorted-down = Tri décroissant
spoken-records = Enregistrements
spoken-divider-width = Largeur de la liste des clients
spoken-divider-height = Hauteur de la liste des abonnements

## Customer

header-delegated-admin = Administration déléguée : { $privileges }
customer-new = Nouveau client
customer-edit = Modifier le client
delegated-all = Tous les services
delegated-families = Certains services
delegated-short-all = Tous
delegated-short-some = Certains
delegated-short-none = Aucun
delegated-short-unknown = ?
delegated-not-granted = Non accordée
family-office-365 = Office 365
family-dynamics-365 = Dynamics 365
family-azure = Azure
family-other = Autres services

## Verdicts

verdict-eligible = Éligible
verdict-not-known = Inconnu
verdict-not-eligible = Non éligible
verdict-no-path = Pas de mise à niveau
short-eligible = Possible
short-not-known = Inconnu
short-not-eligible = Bloqué
outcome-met = OK
outcome-not-met = Échec
outcome-not-known = Inconnu

## The note under the subscription ID

note-eligible = Cet abonnement peut être mis à niveau.
note-eligible-targets = Mises à niveau possibles : { $targets }
upgrade-now = Mettre à niveau maintenant
note-not-eligible = Cet abonnement ne peut pas être mis à niveau.
note-not-known = On ne sait pas si cet abonnement peut être mis à niveau.
note-nearest = { $others ->
        [0] Voir ce qu’il faut pour { $target }
        [one] C’est { $target } qui demande le moins : voir ce motif et un autre
       *[other] C’est { $target } qui demande le moins : voir ce motif et { $others } autres
    }
note-help = Ce qui aiderait : { $remedy }
note-upgraded = Cet abonnement a été clôturé par une mise à niveau consignée.
note-upgraded-show = Afficher le nouvel abonnement
note-tasks-open = Mise à niveau consignée : { $open ->
        [one] { $open } tâche sur { $all } reste à faire.
       *[other] { $open } tâches sur { $all } restent à faire.
    }
note-tasks-done = Mise à niveau consignée : toutes les tâches sont faites.
note-tasks-show = Afficher les tâches
note-provisional = L’ID d’abonnement est provisoire.
enter-real-id = Saisir l’ID de l’Espace partenaires…
open-account = Ouvrir Votre compte…
open-customer = Le renseigner pour ce client…
open-customer-short = Modifier le client…
open-offer = Saisir les services de l’offre…
no-path-add-on = Les modules complémentaires ne se mettent pas à niveau séparément.
no-path-offer-not-recorded = L’offre de cet abonnement n’est pas renseignée : aucune mise à niveau ne peut être recherchée. Choisissez l’offre dans le formulaire.
no-path-offer-not-in-catalog = L’offre de cet abonnement ne figure pas au catalogue : aucune mise à niveau n’est connue.
no-path-no-upgrades = Aucune mise à niveau n’est proposée pour cette offre.

## Conditions: name, text, what of the reading is ours

condition-active = Actif
condition-delegated-admin = Administration déléguée
condition-short-delegated-admin = Admin. déléguée
condition-short-upgrade-path = Cible proposée
condition-short-no-add-ons = Aucun module compl.
condition-no-conflicting-services = Services sans conflit
condition-target-not-held = Cible non détenue
condition-upgrade-path = Mise à niveau proposée
condition-no-add-ons = Aucun module complémentaire
condition-provisioned = Provisionné
condition-billing-cycle = Cycle de facturation
condition-original-reseller = Vendu par vous
condition-partner-in-good-standing = Compte en règle
condition-role = Votre rôle
condition-text-active = L’abonnement doit être actif (pas suspendu ni annulé).
condition-text-delegated-admin = Vous devez disposer de privilèges d’administration délégués pour ce client et ce service.
condition-text-no-conflicting-services = Le client ne peut pas déjà disposer d’abonnements comprenant les services supplémentaires.
condition-text-target-not-held = Le client ne peut pas déjà disposer des abonnements vers lesquels vous voulez effectuer la mise à niveau.
condition-text-upgrade-path = L’offre de l’abonnement a des mises à niveau possibles, et l’offre demandée en fait partie.
condition-text-no-add-ons = L’abonnement n’a pas de module complémentaire encore détenu.
condition-text-provisioned = La commande est provisionnée : l’abonnement n’est pas en attente.
condition-text-billing-cycle = L’offre cible accepte le cycle de facturation de l’abonnement.
condition-text-original-reseller = Vous avez vendu l’abonnement. Des privilèges obtenus par une simple demande de relation ne permettent pas de le faire évoluer.
condition-text-partner-in-good-standing = Un compte partenaire en défaut de paiement ne peut ni convertir ni faire évoluer un abonnement, ni modifier les quantités.
condition-text-role = Les agents d’administration, les agents commerciaux et les administrateurs généraux gèrent les abonnements ; les agents du support technique, non.
condition-reading = Notre lecture
condition-source = Source
condition-on-page = L’une des conditions de la page de Microsoft sur les mises à niveau
condition-beyond-page = Au-delà de la page : vérifié par l’Espace partenaires
condition-partner-center = Espace partenaires
condition-code = Code d’erreur { $code }
reading-delegated-admin = « Ce service » désigne la famille à laquelle appartient l’offre de l’abonnement. C’est notre lecture : aucune source ne le dit plus précisément.
reading-no-conflicting-services = Les services supplémentaires sont ceux que la cible comprend et que la source ne comprend pas, plan de service par plan de service. Toute autre fiche du client compte si son état n’est ni supprimé ni expiré, quel que soit le canal, modules complémentaires et versions d’essai compris. C’est notre lecture : aucune source ne tranche.
reading-target-not-held = Toute autre fiche du client compte si son état n’est ni supprimé ni expiré, quel que soit le canal ; un abonnement suspendu doit d’abord être annulé. C’est notre lecture : aucune source ne tranche, ni ne dit que le code 4 de l’Espace partenaires, qui parle de limites sur les abonnements simultanés, relève de cette condition.
reading-no-add-ons = Les modules complémentaires supprimés ou expirés ne comptent plus. C’est notre lecture : la source parle de modules complémentaires achetés auparavant.
reading-provisioned = Un abonnement qui n’est pas provisionné est un abonnement dont l’état est En attente. C’est notre lecture : aucune source ne dit quel état est visé.
reading-partner-in-good-standing = Un compte en retard de paiement compte déjà comme suspendu. C’est notre lecture : la source dit que les comptes en retard de paiement peuvent être suspendus, et ce qu’un compte suspendu ne peut pas faire.
source-dated = { $title }, { $date }
source-undated = { $title }, sans date

## Reasons in a few words

reason-active = Inactif
reason-status-unknown = État inconnu
reason-delegated-admin = Pas d’admin. déléguée
reason-delegated-admin-unknown = Admin. déléguée non renseignée
reason-conflicting-services = Services en conflit
reason-conflicting-services-unknown = Autres services inconnus
reason-target-held = Cible déjà détenue
reason-target-held-unknown = Autres offres inconnues
reason-no-path = Mise à niveau non proposée
reason-add-ons = A des modules compl.
reason-add-ons-unknown = Modules compl. inconnus
reason-not-provisioned = Non provisionné
reason-cycle = Cycle de facturation non accepté
reason-cycle-unknown = Cycle de facturation inconnu
reason-not-yours = Vendu par un autre
reason-channel-unknown = Vendeur non renseigné
reason-delinquent = Compte en défaut de paiement
reason-standing-unknown = Situation du compte non renseignée
reason-role = Votre rôle ne le permet pas
reason-role-unknown = Votre rôle n’est pas renseigné

## Refusals

record-of-yours = { $offer } ({ $status })
record-of-others = { $offer } ({ $status }, { $channel })
refusal-suspended = L’abonnement est suspendu ; seul un abonnement actif peut être mis à niveau.
refusal-deleted = L’abonnement est supprimé ; un abonnement supprimé ne peut être ni rétabli ni mis à niveau.
refusal-pending = La commande est encore en attente : l’abonnement n’est pas encore actif.
refusal-not-active = L’état de l’abonnement est « { $status } » ; seul un abonnement actif peut être mis à niveau.
refusal-no-delegated-admin = Le client ne vous a pas accordé de privilèges d’administration délégués pour cette famille de services : { $family }.
refusal-no-delegated-admin-at-all = Le client ne vous a pas accordé de privilèges d’administration délégués.
refusal-conflicting-services = { $count ->
        [one] Un autre abonnement du client comprend déjà des services que cette mise à niveau ajouterait ({ $services }) : { $records }
       *[other] { $count } autres abonnements du client comprennent déjà des services que cette mise à niveau ajouterait ({ $services }) : { $records }
    }
refusal-target-held = { $count ->
        [one] Le client dispose déjà de l’offre { $target } : { $records }
       *[other] Le client dispose déjà { $count } fois de l’offre { $target } : { $records }
    }
refusal-no-upgrade-paths = Aucune mise à niveau n’est proposée pour cette offre.
refusal-not-a-target = Pas de mise à niveau de { $source } vers { $target } : la page ne la prévoit pas.
refusal-add-ons-present = { $count ->
        [one] L’abonnement a encore un module complémentaire : { $records }
       *[other] L’abonnement a encore { $count } modules complémentaires : { $records }
    }
refusal-not-provisioned = La commande n’est pas encore provisionnée : l’Espace partenaires l’affiche en attente.
refusal-cycle-not-supported = { $target } n’accepte pas le cycle de facturation de l’abonnement : { $cycle }.
refusal-not-sold-by-you = Ce n’est pas vous qui avez vendu cet abonnement. Vendu par : { $channel }.
refusal-sold-direct = Ce n’est pas vous qui avez vendu cet abonnement : le client l’a acheté en direct.
refusal-delinquent = Votre compte partenaire est en défaut de paiement : aucun abonnement ne peut être mis à niveau et aucune quantité ne peut être modifiée.
refusal-role-cannot = Votre rôle est « { $role } » ; il ne permet pas de gérer les abonnements.

## Questions

question-status = L’état n’est pas renseigné. Consultez l’Espace partenaires et choisissez l’état dans le formulaire.
question-status-other = L’état « { $status } » ne fait pas partie de ceux que documente l’Espace partenaires. Vérifiez-y l’état réel et choisissez-le dans le formulaire.
question-delegated-admin = Rien n’indique si le client vous a accordé des privilèges d’administration délégués. Vérifiez dans l’Espace partenaires, sous Clients.
question-conflicts = { $count ->
        [one] On ne sait pas si un autre abonnement comprend déjà les services supplémentaires. Vérifiez dans l’Espace partenaires : { $records }
       *[other] On ne sait pas si { $count } autres abonnements comprennent déjà les services supplémentaires. Vérifiez dans l’Espace partenaires : { $records }
    }
question-holdings = { $count ->
        [one] On ne sait pas si le client dispose déjà de cette offre. Vérifiez cette fiche et complétez-la : { $records }
       *[other] On ne sait pas si le client dispose déjà de cette offre. Vérifiez ces { $count } fiches et complétez-les : { $records }
    }
question-add-ons = { $count ->
        [one] On ne sait pas si ce module complémentaire se rattache à l’abonnement. Vérifiez, puis choisissez son abonnement de base dans le formulaire : { $records }
       *[other] On ne sait pas si ces { $count } modules complémentaires se rattachent à l’abonnement. Vérifiez, puis choisissez leur abonnement de base dans le formulaire : { $records }
    }
question-cycle = Le cycle de facturation n’est pas renseigné. Consultez l’Espace partenaires et choisissez le cycle dans le formulaire.
question-channel = Rien n’indique qui a vendu cet abonnement. Choisissez le vendeur dans le formulaire.
question-standing = Rien n’indique si votre compte partenaire est en règle.
question-role = Votre rôle dans l’Espace partenaires n’est pas renseigné.
unclear-status = { $record } : état inconnu
unclear-offer = { $record } : offre non renseignée
unclear-services = { $record } : services inconnus
unclear-compared = { $record } : comparaison impossible, car les services de l’offre ou de la cible sont inconnus
unclear-parent = { $record } : abonnement de base non renseigné

## The ledger

answer-title = La réponse de l’Espace partenaires
answer-read = Lue le { $at }. Ce qui a changé depuis n’y figure pas
answer-hint = L’analyse affichée ici part de ce qui est consigné ; l’Espace partenaires part de ses propres données. S’ils divergent, comparez leurs motifs
answer-none = Elle n’indique aucune mise à niveau, et l’analyse non plus
answer-all-same = { $count ->
    [one] Elle concorde avec l’analyse
   *[other] Elle concorde avec l’analyse pour les { $count } offres
}
answer-others-same = { $count ->
    [one] Pour l’autre offre, elle concorde avec l’analyse
   *[other] Pour les { $count } autres offres, elle concorde avec l’analyse
}
answer-same = { $target } : les deux concordent
answer-other-reasons = { $target } : deux refus, pour des motifs différents
answer-contrary-theirs-no = { $target } : possible selon l’analyse, mais l’Espace partenaires dit non
answer-contrary-theirs-yes = { $target } : impossible selon l’analyse, mais l’Espace partenaires dit oui
answer-ours-not-known-theirs-yes = { $target } : inconnu ici, et l’Espace partenaires dit oui
answer-ours-not-known-theirs-no = { $target } : inconnu ici, et l’Espace partenaires dit non
answer-theirs-not-said = { $target } : l’Espace partenaires l’indique sans dire si c’est possible
answer-only-theirs-yes = { $target } : l’Espace partenaires la propose, mais l’analyse ne la prévoit pas
answer-only-theirs-no = { $target } : l’Espace partenaires l’indique et dit non ; l’analyse ne la prévoit pas
answer-only-ours = { $target } : proposée selon l’analyse, mais absente de la réponse de l’Espace partenaires
answer-theirs = Espace partenaires : { $reason }
answer-ours = Analyse : { $reason }
answer-code-user-context = La question doit être posée par un utilisateur connecté, ce qui ne dit rien de l’abonnement
answer-code-granular = Il manque des privilèges d’administration délégués granulaires ; l’analyse n’en tient pas compte
answer-code-other = Un motif que l’Espace partenaires ne nomme pas
answer-code-not-documented = Un motif qui n’est pas documenté
answer-code-none = Un motif sans code
answer-reason = { $reason } (code { $code })
answer-reason-said = { $reason } (code { $code }) : { $said }
answer-reason-no-code = { $reason } : { $said }
ledger-title = Mises à niveau possibles
ledger-group-page = Page de Microsoft sur les mises à niveau, 2018-10-29
ledger-group-beyond = Au-delà de la page : ce que l’Espace partenaires vérifie aussi
ledger-target = { $target } : { $verdict }
footnote-premium = Un appel de note que la page de 21Vianet n’explique pas. La page mondiale précise qu’Office 365 Business India et Business Essentials India ne peuvent évoluer que vers Business Premium India. Ici, il ne bloque rien.
reasons-none = Rien ne s’oppose à la mise à niveau vers { $target }.
reasons-title = Ce qui s’oppose à la mise à niveau vers { $target }
upgrade-to-this = Passer à cette offre…
remedies-title = Ce qui aiderait
remedies-then-eligible = La mise à niveau devient alors possible.
remedies-then-not-known = Alors, plus aucune condition n’est en échec ; il reste à vérifier ce qui est inconnu.
copy-mail = Copier un e-mail
copy-id = Copier l’ID d’abonnement
copy-message = Copier
show-record = L’afficher

## Remedies

remedy-reactivate = Réactivez l’abonnement.
remedy-ask-delegated-admin = Demandez au client des privilèges d’administration délégués : dans l’Espace partenaires, Clients → Demander une relation de revendeur, puis envoyez le lien au client.
remedy-cancel-yours = Annulez cet abonnement pour le client ; c’est vous qui l’avez vendu : { $record }
remedy-cancel-elsewhere = Le client annule cet abonnement là où il l’a acheté, chez { $channel } : { $record }
remedy-cancel-where-bought = Le client annule cet abonnement là où il l’a acheté : { $record }
remedy-cancel-add-on = Annulez d’abord ce module complémentaire : { $record }
remedy-settle-account = Régularisez votre compte partenaire.
remedy-another-role = Faites envoyer la demande par un agent d’administration, un agent commercial ou un administrateur général de votre société. (C’est notre lecture : aucune source n’indique de solution.)
remedy-none = On ne peut rien y faire ici : { $conditions }
instead-add-licenses = { $licenses ->
        [one] Le client dispose déjà de l’offre { $target } : une licence pourrait plutôt y être ajoutée.
       *[other] Le client dispose déjà de l’offre { $target } : { $licenses } licences pourraient plutôt y être ajoutées.
    }
mail-your-reseller = Votre revendeur
mail-delegated-admin =
    Objet : Demande de privilèges d’administration délégués

    À l’attention de la société { $customer }

    Bonjour,

    Pour mettre à niveau votre abonnement Office 365, nous avons besoin de privilèges d’administration délégués. Nous vous remercions d’ouvrir le lien ci-dessous, de vous connecter en tant qu’administrateur de votre organisation et d’accepter la relation de revendeur ainsi que les privilèges.

    { "[" }collez ici le lien de l’Espace partenaires : Clients → Demander une relation de revendeur]

    Cordialement,
    { $partner }
mail-cancel =
    Objet : Un abonnement empêche votre mise à niveau

    À l’attention de la société { $customer }

    Bonjour,

    La mise à niveau de votre abonnement Office 365 ne sera possible qu’après l’annulation de l’abonnement suivant, car il comprend déjà des services du nouveau :

    { $record }
    ID d’abonnement : { $id }

    Nous vous remercions de l’annuler là où vous l’avez acheté, puis de nous prévenir.

    Cordialement,
    { $partner }

## Services

service-office-business = Applications de bureau Office (Business)
service-office-proplus = Applications de bureau Office (ProPlus)
service-office-online = Office Online
service-onedrive = OneDrive
service-exchange-1 = Exchange Online (Plan 1)
service-exchange-2 = Exchange Online (Plan 2)
service-sharepoint-1 = SharePoint Online (Plan 1)
service-sharepoint-2 = SharePoint Online (Plan 2)
service-skype = Skype Entreprise
service-rights = Gestion des droits

## Statuses, cycles, channels, roles

status-active = Actif
status-suspended = Suspendu
status-deleted = Supprimé
status-expired = Expiré
status-pending = En attente
status-disabled = Désactivé
status-unset = Non défini
cycle-monthly = Mensuel
cycle-annual = Annuel
cycle-one-time = Unique
cycle-triennial = Trois ans
cycle-biennial = Deux ans
cycle-unset = Non défini
channel-this-partner = Vous
channel-other-reseller = Un autre revendeur
channel-direct = Achat direct
role-global-admin = Administrateur général
role-admin-agent = Agent d’administration
role-sales-agent = Agent commercial
role-helpdesk-agent = Agent du support technique

## Fields

field-company-name = Nom de la société
field-customer-id = ID Microsoft
field-customer = Client
field-domain = Domaine principal
field-relationship = Relation
field-delegated-admin = Administration déléguée
field-tags = Étiquettes (virgules)
field-notes = Notes
field-subscription-id = ID d’abonnement
field-offer = Offre
field-offer-id = ID de l’offre
field-offer-name = Nom de l’offre
field-nickname = Surnom
field-quantity = Quantité
field-licenses = Nombre de licences
field-assigned = Attribuées
field-status = État
field-cycle = Cycle de fact.
field-channel = Vendu par
field-other-reseller = Revendeur
field-created = Créé le
field-commitment-end = Renouvellement
field-auto-renew = Renouv. auto.
field-trial = Version d’essai
field-parent = Abonn. de base
field-suspended-on = Suspendu le
field-upgraded-to = Mis à niveau vers
field-comment = Commentaire
field-minimum = Licences minimum
field-maximum = Licences maximum
field-concurrent-limit = Abonn. simultanés
field-cycles = Cycles de facturation
field-family = Famille
field-services = Services
field-partner-name = Nom du partenaire
field-mpn-id = ID MPN
field-role = Votre rôle
field-standing = Compte en règle
field-rules = Jeu de règles
field-provisional = ID provisoire
field-from-offer = Offre avant
field-to-offer = Offre après
field-tasks = Tâches
field-answer = Réponse de l’Espace partenaires
field-read = Lue le
answered-eligible = { $target } : oui
answered-not-eligible = { $target } : non
answered-nothing = { $target } : non précisé
field-tasks-done = { $done } sur { $all } faites
problem-empty = À remplir
problem-not-a-number = « { $typed } » n’est pas un nombre entier ; ne saisissez que des chiffres
problem-too-large = « { $typed } » est trop grand : un nombre ne peut pas avoir autant de chiffres ici
problem-negative = Un nombre inférieur à zéro n’a pas de sens ici
problem-not-a-date = « { $typed } » n’est pas une date ; saisissez-la l’année en premier, sous la forme 2026-11-22 ou 2026/11/22
problem-taken = « { $id } » est déjà l’ID d’une autre fiche
problem-own-parent = Un abonnement ne peut pas être son propre module complémentaire
problem-above-maximum = Dépasse le maximum de licences
warning-assigned = Plus de licences attribuées que la quantité de { $quantity }

## Details form

details-title = Détails de l’abonnement
change-licenses = Changer…
parent-none = Aucun
offer-none = Non renseignée
offer-search = Rechercher une offre
offer-nothing-found = Aucune offre ne correspond
offer-not-in-catalog = Hors catalogue
deletion-day = Toutes les données seront supprimées le { $day } si l’abonnement n’est pas réactivé (60 jours après la suspension).
delete-record = Supprimer la fiche…
form-hint = Ce formulaire consigne ce qu’affiche l’Espace partenaires. Un champ est consigné dès que vous appuyez sur Entrée ou que vous le quittez.
subscription-new = Nouvel abonnement
add-on-new = Nouveau module complémentaire
subscription-new-hint = Saisissez ce qu’affiche l’Espace partenaires. Ce que vous laissez vide reste inconnu.

## Upgrade dialog

upgrade-title = Mettre à niveau { $offer }
upgrade-about = { $customer }. L’abonnement passe tout entier à la nouvelle offre.
upgrade-choose-offer = Choisissez une offre
upgrade-target = { $target }, { $verdict }. { $reasons }
upgrade-offline = « Envoyer » consigne la mise à niveau ici
upgrade-refused = Non consignée : { $reason }
licenses-limits = Licences : de { $minimum } à { $maximum } ; aujourd’hui { $today }
licenses-fewer = { $today ->
        [one] Moins que la licence d’aujourd’hui
       *[other] Moins que les { $today } licences d’aujourd’hui
    }
licenses-assigned = Attribuées à des utilisateurs : { $assigned }
services-gained = Services gagnés
services-lost = Services perdus

## Recorded upgrade and tasks

recorded-title = Mise à niveau consignée
recorded-summary = { $customer } : { $from } → { $to }, { $licenses ->
        [one] { $licenses } licence
       *[other] { $licenses } licences
    }
recorded-when = Consignée le { $at } selon les règles « { $rules } »
recorded-tasks = Ce qui reste à faire
recorded-offline = La mise à niveau est consignée dans ce portefeuille. Ces tâches la rendent effective.
copy-tasks = Copier la liste
task-done = faite
task-open = à faire
task-submit = Envoyer la mise à niveau dans l’Espace partenaires
task-enter-id = Saisir ici l’ID du nouvel abonnement
task-reassign = Réattribuer les licences des utilisateurs
task-check-old = Vérifier que l’ancien abonnement a pris fin
task-cancel-leftovers = Annuler ce qui ne sert plus
task-tell-customer = Prévenir le client
task-help-submit = Dans l’Espace partenaires géré par 21Vianet : Clients → { $customer } → abonnement { $source } → Mettre à niveau maintenant → { $offer }, { $licenses ->
        [one] { $licenses } licence
       *[other] { $licenses } licences
    } → Envoyer
task-help-enter-id = L’Espace partenaires affiche le nouvel abonnement avec son propre ID. Tant qu’il n’est pas saisi, l’ID indiqué ici est provisoire.
task-help-reassign = Dans le centre d’administration d’Office 365 géré par 21Vianet : Utilisateurs → Utilisateurs actifs. Chez 21Vianet, un partenaire ne peut pas gérer les licences des utilisateurs ; c’est donc le client qui attribue { $offer } à chacun.
task-help-check-old = Dans le centre d’administration d’Office 365 géré par 21Vianet : Facturation → Abonnements. { $source } ne doit plus être actif.
task-help-cancel-leftovers = Dans le centre d’administration d’Office 365 géré par 21Vianet : annulez les modules complémentaires et les versions d’essai que la nouvelle offre rend inutiles.
task-help-tell-customer = Indiquez à { $customer } ce qui a changé, à partir de quand, et qui attribue les licences.
real-id-what = Saisissez l’ID d’abonnement que l’Espace partenaires affiche pour la nouvelle offre { $offer }.
real-id-now = ID provisoire actuel : { $id }
real-id-empty = Saisissez l’ID qu’affiche l’Espace partenaires
real-id-not-guid = Les ID de l’Espace partenaires ont la forme 8f3c2a1e-0b5d-4c6f-9a7e-1d2c3b4a5f60 : celui-ci est-il complet ?
real-id-not-provisional = Cette mise à niveau porte déjà l’ID de l’Espace partenaires
real-id-taken = « { $id } » est l’ID d’un autre abonnement de ce client

## Changing licenses, suspending, reactivating, cancelling

licenses-title = Modifier les licences
recorded-here = La modification est consignée ici. Faites-la aussi dans l’Espace partenaires.
action-change-licenses = Modifier les licences
action-suspend = Suspendre
action-reactivate = Réactiver
action-cancel = Annuler l’abonnement
keep-subscription = Conserver l’abonnement
action-suspend-what = L’abonnement passe à l’état Suspendu : les utilisateurs ne peuvent plus se connecter, les administrateurs le peuvent. Toutes les données sont supprimées après 60 jours, sauf réactivation.
action-reactivate-what = L’abonnement redevient actif.
action-cancel-what = L’abonnement passe à l’état Supprimé. Un abonnement supprimé ne peut pas être réactivé.
action-add-ons = { $count ->
        [one] Il en va de même de son module complémentaire : { $records }
       *[other] Il en va de même de ses { $count } modules complémentaires : { $records }
    }
refused-no-such-subscription = L’abonnement { $id } n’existe plus
refused-not-sold-by-you = Seuls les abonnements que vous avez vendus peuvent être modifiés ainsi. Vendu par : { $channel }
refused-wrong-status = Impossible tant que l’état est « { $status } »
refused-parent-not-active = Un module complémentaire ne peut pas être actif si son abonnement de base ne l’est pas (son état : { $status }). Réactivez d’abord l’abonnement de base.
refused-id-taken = L’ID provisoire est déjà pris. Envoyez de nouveau.
quantity-below-minimum = Il faut au moins { $minimum ->
        [one] { $minimum } licence
       *[other] { $minimum } licences
    } ; { $asked }, c’est trop peu
quantity-above-maximum = Le maximum est de { $maximum ->
        [one] { $maximum } licence
       *[other] { $maximum } licences
    } ; { $asked }, c’est trop
quantity-below-assigned = { $assigned ->
        [one] { $assigned } licence est attribuée à un utilisateur ; retirez-la-lui avant de passer à { $asked }
       *[other] { $assigned } licences sont attribuées à des utilisateurs ; retirez-en avant de passer à { $asked }
    }
quantity-suspended = La quantité d’un abonnement suspendu ne peut pas être modifiée
quantity-deleted = La quantité d’un abonnement supprimé ne peut pas être modifiée
quantity-not-active = La quantité ne peut pas être modifiée tant que l’état est « { $status } »
quantity-unchanged = L’abonnement a déjà { $quantity ->
        [one] { $quantity } licence
       *[other] { $quantity } licences
    }

## Deleting

delete-customer-what = { $count ->
        [0] { $customer } sera supprimé.
        [one] { $customer } sera supprimé, ainsi que son abonnement et les mises à niveau consignées.
       *[other] { $customer } sera supprimé, ainsi que ses { $count } abonnements et les mises à niveau consignées.
    }
delete-subscription-what = La fiche { $offer } sera supprimée, ainsi que les mises à niveau consignées pour elle : { $id }. Pour annuler l’abonnement lui-même, utilisez « Annuler l’abonnement ».
delete-undo = Édition → Annuler permet de revenir en arrière.

## Your account, rule sets

account-title = Votre compte
account-hint = Deux des conditions de l’Espace partenaires dépendent de votre rôle et de la situation de votre compte.
rules-label = Règles
rules-page = Page
rules-partner-center = Espace partenaires
rules-page-hint = Les quatre conditions de la page de Microsoft et son tableau des mises à niveau, rien d’autre
rules-partner-center-hint = Les conditions de la page, et ce que l’Espace partenaires vérifie en plus

## Offers window

offers-title = Offres
offers-hint = La liste des offres pour la Chine n’est accessible qu’après connexion ; voici les chiffres de Microsoft pour les États-Unis, tels que relevés. Modifiez ce qui diffère pour vous : cela vaut pour ce portefeuille.
offers-own = Modifiée par vous pour ce portefeuille
offers-save = Enregistrer pour ce portefeuille
offers-restore = Revenir au catalogue
offers-services-known = Les services sont connus
offers-services-unknown-hint = Tant qu’ils ne le sont pas, les mises à niveau d’un client qui détient cette offre restent inconnues.
offers-services-others = Tous les plans de service, avec les ID de Microsoft

## Files

file-sample = Portefeuille d’exemple
file-untitled = Portefeuille sans titre
file-stored = Tout est enregistré
file-stored-hint = Le fichier contient toutes les modifications
file-waiting-hint = { $changes ->
        [one] Une modification est dans le journal, en sécurité sur le disque ; le fichier suit dans un instant
       *[other] { $changes } modifications sont dans le journal, en sécurité sur le disque ; le fichier suit dans un instant
    }
file-storing = Enregistrement…
file-storing-hint = Écriture sur le disque en cours
file-behind = { $changes ->
        [0] Fichier non mis à jour : { $reason }
        [one] { $changes } modification dans le journal, fichier non mis à jour : { $reason }
       *[other] { $changes } modifications dans le journal, fichier non mis à jour : { $reason }
    }
file-behind-hint = Toutes les modifications sont dans le journal, en sécurité sur le disque, et seront là au prochain démarrage
file-read-only = Lecture seule
file-read-only-hint = Vous pouvez le consulter, y rechercher et l’exporter ; rien ne peut y être modifié ici
file-kept = Conservé dans le dossier du programme, pas encore dans un fichier à vous
file-kept-hint = Toutes les modifications sont en sécurité sur le disque. Fichier → Enregistrer sous… place le portefeuille dans un fichier à vous.
file-blank = Rien à enregistrer pour l’instant
file-blank-hint = La première modification sera conservée dès que vous la ferez
file-beside-hint = Le dossier du programme n’est pas accessible en écriture : le journal se trouve à côté du fichier, dans le dossier .upgrade-desk
behind-full = plus de place sur le disque
behind-failed = l’écriture a échoué
behind-outside = il a été modifié en dehors du programme
behind-gone = il n’existe plus
status-frames = Image { $last } ms · 99 % en { $p99 } ms · au plus { $worst } ms sur { $count }
status-working = Évaluation en cours…
status-counts = { $customers ->
        [one] { $customers } client
       *[other] { $customers } clients
    } · { $subscriptions ->
        [one] { $subscriptions } abonnement
       *[other] { $subscriptions } abonnements
    } · { $eligible ->
        [one] { $eligible } éligible
       *[other] { $eligible } éligibles
    }
status-waiting = En attente de la boîte de dialogue : { $purpose }
status-stop-waiting = Ne plus attendre
status-type-path = Saisir plutôt le chemin
banner-sample = Ceci est une copie de l’exemple intégré. Essayez ce que vous voulez : aucune donnée réelle n’est touchée.
banner-sample-new = Créer un portefeuille
banner-sample-open = Ouvrir un portefeuille…
banner-newer-file = Créé par une version plus récente. Ouvert en lecture seule pour que rien ne soit perdu.
banner-newer-journal = Son journal a été écrit par une version plus récente. Ouvert en lecture seule pour que rien ne soit perdu.
banner-in-use = Ouvert dans une autre fenêtre ; ici, il peut seulement être consulté
banner-backup = Ceci est une sauvegarde. Elle peut seulement être consultée ; une copie peut être modifiée.
banner-damaged = { $customers ->
        [one] Ce qui reste lisible du fichier endommagé : { $customers } client. Le fichier lui-même n’est pas touché.
       *[other] Ce qui reste lisible du fichier endommagé : { $customers } clients. Le fichier lui-même n’est pas touché.
    }
banner-recovered = { $changes ->
        [one] Une modification faite après le dernier enregistrement a été récupérée
       *[other] { $changes } modifications faites après le dernier enregistrement ont été récupérées
    }
banner-recovered-show = { $changes ->
        [one] L’afficher
       *[other] Les afficher
    }
banner-recovered-undo = { $changes ->
        [one] L’annuler
       *[other] Les annuler
    }
banner-full = { $changes ->
        [0] Plus de place sur le disque. Rien n’est perdu ; le fichier du portefeuille n’a pas changé depuis son dernier enregistrement.
        [one] Plus de place sur le disque. Votre modification est conservée dans le journal ; le fichier du portefeuille n’a pas changé depuis son dernier enregistrement.
       *[other] Plus de place sur le disque. Vos { $changes } modifications sont conservées dans le journal ; le fichier du portefeuille n’a pas changé depuis son dernier enregistrement.
    }
banner-failed = { $changes ->
        [0] Rien n’est perdu, mais le fichier du portefeuille n’a pas été mis à jour : { $reason }
        [one] Votre modification est conservée dans le journal, mais pas encore dans le fichier du portefeuille : { $reason }
       *[other] Vos { $changes } modifications sont conservées dans le journal, mais pas encore dans le fichier du portefeuille : { $reason }
    }
banner-versions = Le fichier a été modifié en dehors du programme alors que vous l’aviez ouvert ; les deux versions sont en sécurité
banner-versions-shown = Le fichier n’est pas celui sur lequel portaient vos dernières modifications ; les deux versions sont en sécurité. Rien ne peut être modifié tant que vous n’avez pas choisi.
banner-versions-show = Afficher les différences
banner-gone = Votre version est en sécurité dans le journal, mais le fichier n’existe plus
banner-gone-show = Que faire ?
banner-copies = { $count ->
        [one] Un autre fichier de ce dossier est une version de ce portefeuille : { $file }
       *[other] { $count } autres fichiers de ce dossier sont des versions de ce portefeuille, dont voici le premier : { $file }
    }
banner-copies-show = Voir ce qui diffère
banner-more = Afficher tout le texte
banner-less = Réduire
save-elsewhere = Enregistrer ailleurs…
try-again = Réessayer
restore-copy = Restaurer une copie
purpose-open = Ouvrir un portefeuille
purpose-save-as = Enregistrer le portefeuille sous
purpose-compare = Comparer avec un portefeuille
purpose-import = Importer des fichiers
purpose-export = Exporter le portefeuille
purpose-history = Exporter l’historique sous
format-ron = Portefeuille (RON)
format-rest = Réponses REST de l’Espace partenaires (JSON)
format-json = Portefeuille (JSON)
format-csv = Tableau des abonnements (CSV)
format-xlsx = Tableau des abonnements (Excel)
format-mapped = Tableau avec vos propres colonnes
format-customers = Liste des clients de l’Espace partenaires
format-subscriptions = Liste des abonnements d’un client de l’Espace partenaires
format-reconciliation = Fichier de rapprochement basé sur les licences
format-bam-customers = Liste des clients de l’outil de migration par lot
format-bam-subscriptions = Liste des abonnements de l’outil de migration par lot
filter-importable = Fichiers pouvant être importés
filter-all = Tous les fichiers
path-hint = Saisissez le chemin complet du fichier
path-name = Chemin du fichier
path-confirm = Continuer
overwrite-title = Ce fichier existe déjà
overwrite-what = « { $file } » existe déjà. Le remplacer ?
overwrite-confirm = Remplacer
dropped-title = Fichier déposé
dropped-what = Que faire de « { $file } » ?
dropped-open = L’ouvrir
dropped-import = L’importer dans ce portefeuille
unsaved-untitled-title = Ce portefeuille n’a pas encore son propre fichier
unsaved-untitled = Il est conservé dans le dossier du programme jusqu’à ce que vous l’enregistriez sous un nom.
unsaved-keep = Fermer et le garder
unsaved-discard = Ne pas le garder
unsaved-stuck-title = Le fichier ne contient pas toutes vos modifications
unsaved-stuck = { $changes ->
        [one] Votre modification est conservée dans le journal et sera là au prochain démarrage. Le fichier du portefeuille ne la contient pas : { $reason }.
       *[other] Vos { $changes } modifications sont conservées dans le journal et seront là au prochain démarrage. Le fichier du portefeuille ne les contient pas : { $reason }.
    }
unsaved-go-on = Continuer quand même
import-title = Importer
import-waiting = En attente de la lecture des fichiers précédents
import-reading = Lecture, { $share }
import-hint = Rien n’est retiré. Édition → Annuler permet de défaire tout l’import.
import-nothing-taken = Rien ne changerait
import-confirm = { $count ->
        [0] Importer
        [one] Importer { $count } fiche
       *[other] Importer { $count } fiches
    }
import-kind = { $kind } ({ $count })
import-new = Nouveau
import-changed = Modifié
import-unchanged = Inchangé
import-left-out = Écarté
import-not-taken = Non retenu
import-conflict = En conflit
import-real-self = Nouvel ID
import-not-in-file = Absent du fichier
import-take = Retenir { $record }
import-take-all = Tout retenir
import-take-none = Ne rien retenir
import-take-theirs = prendre les valeurs du fichier
import-keep-ours = garder les vôtres
import-on-its-own = c’est un autre abonnement
import-as-real-self = c’est celui de la mise à niveau
import-real-self-of = l’ID réel de la mise à niveau consignée, à la place de { $id }
import-proposed = confirmé par vous
import-conflict-values = { $field } : { $ours } chez vous, { $theirs } dans le fichier, { $before } au dernier import
import-guess-wrong = Incorrect ?
import-guess-right = Terminé
import-guessed = Reconnu : { $guess }
import-format = Type de fichier
import-encoding = Encodage
import-separator = Séparateur
separator-comma = virgule
separator-semicolon = point-virgule
separator-tab = tabulation
header-english = En-tête anglais
header-french = En-tête français
header-chinese = En-tête chinois
import-customer = Client
import-customer-search = Partie du nom du client, ou ID Microsoft
import-asks-customer = De quel client parle ce fichier ?
import-customer-by-id = Utiliser l’ID Microsoft { $id }
import-subscription = Abonnement
import-asks-subscription = De quel abonnement parle cette réponse ?
import-subscription-use = Utiliser cet ID
import-choose-other = En choisir un autre
import-columns = Que contiennent les colonnes de ce tableau ?
import-columns-hint = Votre choix est mémorisé pour le prochain fichier avec le même en-tête
import-columns-change = Redéfinir les colonnes
import-columns-use = Lire ainsi
import-columns-not-enough = Indiquez au moins quelle colonne contient l’ID Microsoft du client ou l’ID d’abonnement
import-column-not-read = Non lue
import-column-reseller = Revendeur
import-faults = { $count ->
        [one] { $count } ligne est illisible et laissée de côté
       *[other] { $count } lignes sont illisibles et laissées de côté
    }
import-faults-show = Afficher
import-faults-hide = Masquer
import-faults-save = Enregistrer pour corriger…
import-notes-more = { $count ->
        [one] { $count } autre remarque
       *[other] { $count } autres remarques
    }
import-notes-fewer = Moins de remarques
import-notes-hint = Les données du fichier pour lesquelles le portefeuille n’a pas de champ sont laissées de côté
purpose-faulty-rows = Enregistrer les lignes en erreur
likely-title = Ce que le fichier laisse penser : cochez ce qui est exact
likely-active = { $count ->
        [one] L’abonnement facturé dans la dernière période du fichier est actif
       *[other] Les { $count } abonnements facturés dans la dernière période du fichier sont actifs
    }
likely-monthly = { $count ->
        [one] L’abonnement facturé au mois a un cycle de facturation mensuel
       *[other] Les { $count } abonnements facturés au mois ont un cycle de facturation mensuel
    }
likely-own-sale = { $count ->
        [one] Il est importé comme vendu par vous, puisqu’un tel fichier liste les ventes du partenaire lui-même
       *[other] Les { $count } abonnements sont importés comme vendus par vous, puisqu’un tel fichier liste les ventes du partenaire lui-même
    }
likely-privileges-all = { $count ->
        [one] Je dispose de privilèges d’administration délégués pour ce client
       *[other] Je dispose de privilèges d’administration délégués pour les { $count } clients
    }
likely-privileges-these = J’en dispose pour ces clients :
likely-ours = La lecture des frais est la nôtre : la dernière période correspond aux 31 jours qui précèdent le début des frais les plus récents, hors annulations ultérieures ; une durée de 27 à 32 jours compte pour un mois.
likely-account = Deux conditions dépendent de votre rôle dans l’Espace partenaires, ce qu’aucun fichier n’indique. La question n’est posée qu’une fois ; Portefeuille → Votre compte permet d’y revenir.
left-out-duplicate = figure déjà dans le fichier
left-out-ambiguous = ce portefeuille contient deux fois cet ID
left-out-of-other = appartient ici à { $customer }
left-out-with-customer = avec son client
left-out-no-customer = on ne sait pas à qui il appartient
remark-kept-yours = Reste tel que vous l’avez modifié, puisque le fichier dit la même chose que la dernière fois : { $fields }
remark-no-quantity = Le fichier n’indique pas de nombre de licences : il est fixé à 0
remark-maybe-real-self = C’est peut-être le nouvel ID de l’un de ceux-ci, sans qu’on sache lequel : { $ids }
remark-deleted-here = Vous l’avez supprimé depuis le dernier import
note-offer-by-name = « { $name } » a été pris pour { $offer }
note-offer-by-name-why = « { $name } » a été pris pour { $offer } : { $why }
note-offer-not-found = { $times ->
        [one] Aucune offre ne s’appelle « { $name } » : l’abonnement est repris sans offre
       *[other] Aucune offre ne s’appelle « { $name } » : { $times } abonnements sont repris sans offre
    }
note-as-read = { $times ->
        [one] { $field } : « { $word } » n’est pas connu ici et reste tel quel
       *[other] { $field } : « { $word } » n’est pas connu ici et reste tel quel ({ $times } fois)
    }
note-credentials-skipped = { $times ->
        [one] Le fichier contient des informations d’identification (userCredentials) ; elles n’ont pas été lues
       *[other] Le fichier contient { $times } fois des informations d’identification (userCredentials) ; elles n’ont pas été lues
    }
note-not-taken = { $times ->
        [one] Non retenu, faute de champ prévu : { $what }
       *[other] Non retenu, faute de champ prévu : { $what }, { $times } fois
    }
note-more-pages = Le fichier contient { $held ->
        [one] { $held } élément
       *[other] { $held } éléments
    } et indique qu’il y en a d’autres sur les pages suivantes
note-offers-as-in-catalog = { $times ->
        [one] { $times } offre est identique à celle du catalogue intégré et n’est pas retenue
       *[other] { $times } offres sont identiques à celles du catalogue intégré et ne sont pas retenues
    }
note-incomplete = Le fichier contient { $held } des { $total } éléments : le reste se trouve sur d’autres pages de la réponse
fault-in-row = Ligne { $line } : { $why }
fault-in-column = Ligne { $line }, { $column } : { $why }
fault-in-cell = Ligne { $line }, { $column } : { $why } : { $value }
fault-missing = vide, alors qu’une valeur est requise
fault-not-a-number = pas un nombre entier
fault-not-a-date = pas une date
fault-ambiguous-day = jour et mois peuvent être confondus, écrivez l’année en premier
fault-not-privileges = ne nomme aucune famille de services
fault-contradicts = la ligne { $line } dit autre chose du même client
fault-not-yes-or-no = ni oui ni non
fault-cell-count = { $cells ->
        [one] { $cells } cellule
       *[other] { $cells } cellules
    }, alors que l’en-tête en a { $header }
fault-not-text = pas du texte dans cet encodage
fault-too-long = trop long
fault-no-customer = on ne sait pas de quel client il s’agit
fault-no-subscription = on ne sait pas de quel abonnement il s’agit

## A damaged, used or large file

damaged-title = Ce fichier est endommagé
damaged-not-portfolio-title = Ce fichier n’est pas un portefeuille
damaged-what = { $file } : { $wrong }
damaged-left = Le fichier est laissé tel quel
damaged-better-complete = { $customers ->
        [one] Une version complète du { $at } avec { $customers } client est disponible
       *[other] Une version complète du { $at } avec { $customers } clients est disponible
    }
damaged-better-part = { $customers ->
        [one] Une version du { $at } avec { $customers } client est disponible ; elle ne contient pas tout ce qui a été consigné ensuite
       *[other] Une version du { $at } avec { $customers } clients est disponible ; elle ne contient pas tout ce qui a été consigné ensuite
    }
damaged-better-hint = Elle s’ouvre sous forme de copie, à côté du fichier endommagé
damaged-nothing = On n’en connaît ici aucune version antérieure
damaged-not-portfolio = Rien de ce qu’il contient ne provient d’un portefeuille. Pour un fichier d’un autre type, utilisez Fichier → Importer…
damaged-open-better = Ouvrir cette version
damaged-readable = { $customers ->
        [0] Plus aucun client n’y est lisible
        [one] { $customers } client y est encore lisible
       *[other] { $customers } clients y sont encore lisibles
    }
damaged-show-readable = Afficher ce qui est lisible
damaged-details = Les défauts constatés
in-use-title = Ce portefeuille est ouvert dans une autre fenêtre
in-use-what = Cette autre fenêtre a été appelée au premier plan. Ici, { $file } peut être ouvert en lecture seule.
in-use-look = Ouvrir en lecture seule
large-title = Ce fichier est volumineux
large-what = { $file } fait { $size }. Sa lecture peut prendre du temps et beaucoup de mémoire.
large-open = L’ouvrir
size-bytes = { $size } o
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo
size-gigabytes = { $size } Go

## Two versions

versions-title = Deux versions de ce portefeuille
versions-what = { $changes ->
        [0] Les deux sont en sécurité. Le fichier a été modifié en dehors du programme alors que vous l’aviez ouvert.
        [one] Les deux sont en sécurité. Le fichier a été modifié en dehors du programme alors que vous l’aviez ouvert, et l’une de vos modifications n’y figure pas.
       *[other] Les deux sont en sécurité. Le fichier a été modifié en dehors du programme alors que vous l’aviez ouvert, et { $changes } de vos modifications n’y figurent pas.
    }
versions-what-shown = { $changes ->
        [0] Les deux sont en sécurité. Le fichier a été modifié en dehors du programme depuis son enregistrement. C’est la version du fichier qui est affichée.
        [one] Les deux sont en sécurité. Le fichier n’est pas celui sur lequel portait votre dernière modification. C’est la version du fichier qui est affichée.
       *[other] Les deux sont en sécurité. Le fichier n’est pas celui sur lequel portaient vos { $changes } dernières modifications. C’est la version du fichier qui est affichée.
    }
versions-both-kept = Quel que soit votre choix, les deux sont conservées sous forme de fichiers dans le dossier du portefeuille.
versions-gone = Votre version est en sécurité dans le journal. Le fichier n’existe plus.
versions-unreadable = Votre version est en sécurité dans le journal. Le fichier a été modifié en dehors du programme et ne peut pas être lu : { $reason }
versions-differences = Ce que la version du fichier changerait dans la vôtre
versions-counts = { $new ->
        [0] Aucune nouvelle fiche
        [one] Une nouvelle fiche
       *[other] { $new } nouvelles fiches
    }, { $changed ->
        [0] aucune modifiée
        [one] une modifiée
       *[other] { $changed } modifiées
    }
versions-same = Rien : chaque fiche du fichier figure telle quelle dans votre version
versions-only-yours = Ce que seule votre version contient n’est pas listé ici. « Garder la mienne » et « Fusionner » le conservent.
versions-keep-mine = Garder la mienne
versions-write-again = Réécrire le fichier
versions-take-theirs = Prendre celle du fichier
versions-merge = Fusionner
versions-merge-hint = Garde votre version, puis montre ce qu’apporterait celle du fichier, comme pour un import
versions-later = Décider plus tard
versions-no-mine = Votre version ne peut pas être reconstituée ici et ne peut donc pas remplacer le fichier ; son journal est conservé

## Backups and findings

menu-backups = Sauvegardes…
menu-findings = Anomalies…
backups-title = Sauvegardes
backups-hint = Sont conservées les 10 dernières (au plus une toutes les 10 minutes), une par jour pendant 14 jours, une par mois pendant 12 mois et la dernière qui s’est bien ouverte, dans la limite de 1 Gio. La restauration écrit une copie à côté du portefeuille et ne remplace rien.
backups-where = Elles se trouvent dans { $folder }
backups-reading = Recherche des sauvegardes…
backups-empty = Aucune sauvegarde pour l’instant
backups-empty-hint = La première est faite quand le fichier est mis à jour après une modification : elle contient ce que contenait le fichier auparavant
backups-at = Date et heure (UTC)
backups-size = Taille
backups-kind = Nature
backups-opened = Version à l’ouverture
backups-replaced = Version remplacée
backups-look = Consulter
backups-compare = Comparer
backups-compare-with = Comparer le portefeuille avec la sauvegarde du { $at }
backups-look-at = Consulter la sauvegarde du { $at }
backups-restore-at = Restaurer une copie de la sauvegarde du { $at }
findings-title = Anomalies
findings-hint = { $count ->
        [one] Le fichier présente une anomalie. Rien n’a été modifié de ce fait.
       *[other] Le fichier présente { $count } anomalies. Rien n’a été modifié de ce fait.
    }
findings-go = Y aller
findings-go-to = Aller à : { $finding }
findings-none = Aucune anomalie à l’ouverture du fichier
findings-show-all = Tout afficher

## What is odd in a file, or not known to this version: of the window and the command line
place-line = ligne { $line }, colonne { $column }
place-path = ligne { $line }, colonne { $column }, { $field }
at-place = { $what }, { $place }
odd-customer-twice = le client { $id } figure deux fois, d’abord { $first }
odd-subscription-twice = l’abonnement { $id } figure deux fois, d’abord { $first }
odd-offer-twice = l’offre { $id } figure deux fois, d’abord { $first }
odd-empty-id = un ID est vide
odd-rules = le jeu de règles « { $id } » est inconnu ici
odd-quantity = une quantité de { $quantity } licences
odd-assigned = { $assigned } licences attribuées
odd-no-parent = le client n’a pas d’abonnement { $id } auquel le module complémentaire se rattacherait
odd-own-parent = un abonnement est son propre abonnement de base
odd-no-successor = le client n’a pas d’abonnement { $id } vers lequel la mise à niveau aurait eu lieu
odd-minimum = un minimum de { $minimum } licences au-dessus d’un maximum de { $maximum }
odd-no-customer = une mise à niveau du client { $id }, qui n’existe pas
odd-no-subscription = une mise à niveau de l’abonnement { $id }, qui n’existe pas
odd-answer = une réponse de l’Espace partenaires sur l’abonnement { $subscription } du client { $customer }, qui n’existe pas
odd-second-answer = une seconde réponse de l’Espace partenaires sur l’abonnement { $subscription }
odd-journal = le journal de ce portefeuille est endommagé : il manque les modifications que seules ses dernières lignes contenaient
unfamiliar-field = un champ, { $place }
unfamiliar-word = « { $word } », { $place }
unfamiliar-format = format { $format }, { $place }

## History

history-title = Historique
history-undo = Annuler la dernière modification
history-empty = Rien n’a encore été consigné
history-empty-hint = Chaque modification figure ici, avec les valeurs d’avant et d’après
history-reading = Lecture des journaux…
history-recovered = Seul ce qui a été récupéré est affiché
history-show-all = Tout afficher
history-search = Rechercher dans l’historique
history-customer = Société
history-kind = Type
history-kind-all = Tous les types
history-when = Quand (UTC)
history-what = Action
history-changes = Avant → après
history-became = { $what } : { $old } → { $new }
history-more = { $first } (et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    })
history-row = { $at } : { $deed }, { $customer }. { $changes }
history-export = Exporter…
happened-did = effectué
happened-undid = annulé
happened-redid = rétabli
history-new = Nouveau : { $record }
history-gone = Retiré : { $record }
deed-add-customer = Ajout d’un client
deed-edit-customer = Modification d’un client
deed-delete-customer = Suppression d’un client
deed-add-subscription = Ajout d’un abonnement
deed-edit-subscription = Modification d’un abonnement
deed-delete-subscription = Suppression d’un abonnement
deed-change-licenses = Modification des licences
deed-suspend = Suspension
deed-reactivate = Réactivation
deed-cancel = Annulation d’un abonnement
deed-upgrade = Mise à niveau
deed-enter-id = Saisie d’un ID d’abonnement
deed-tick-task = Tâche cochée ou décochée
deed-edit-tags = Étiquettes de plusieurs clients
deed-edit-delegated-admin = Administration déléguée de plusieurs clients
deed-edit-customers = Modification de plusieurs clients
deed-edit-channel = Vendeur de plusieurs abonnements
deed-edit-partner = Modification de votre compte
deed-switch-rules = Changement de règles
deed-edit-offer = Modification d’une offre
deed-restore-offer = Retour de l’offre au catalogue
deed-import = Import
deed-take-back-recovered = Annulation des modifications récupérées
deed-tags-of = { $count ->
        [one] Étiquettes de { $count } client
       *[other] Étiquettes de { $count } clients
    }
deed-delegated-admin-of = { $count ->
        [one] Administration déléguée de { $count } client
       *[other] Administration déléguée de { $count } clients
    }
deed-customers-of = { $count ->
        [one] Étiquettes et administration déléguée de { $count } client
       *[other] Étiquettes et administration déléguée de { $count } clients
    }
deed-channel-of = { $count ->
        [one] Vendeur de { $count } abonnement
       *[other] Vendeur de { $count } abonnements
    }

## Notices

notice-opened = { $customers ->
        [one] { $file } ouvert : { $customers } client
       *[other] { $file } ouvert : { $customers } clients
    }
notice-opened-with-findings = { $count ->
        [one] { $file } ouvert ; il présente une anomalie : { $first }
       *[other] { $file } ouvert ; il présente { $count } anomalies, dont voici la première : { $first }
    }
notice-opened-unsealed = { $customers ->
    [one] { $file } ouvert : { $customers } client. Le fichier n’a pas encore de marque de fin : s’il était endommagé, cela passerait inaperçu ; il en recevra une à la première modification.
   *[other] { $file } ouvert : { $customers } clients. Le fichier n’a pas encore de marque de fin : s’il était endommagé, cela passerait inaperçu ; il en recevra une à la première modification.
}
notice-opened-edited-outside = { $file } a été modifié en dehors du programme : sa marque de fin ne correspond pas. Vérifiez que tout est bien en ordre ; les sauvegardes se trouvent dans le menu Fichier.
notice-backup-opened = { $customers ->
    [one] Sauvegarde en consultation : { $customers } client
   *[other] Sauvegarde en consultation : { $customers } clients
}
notice-open-on-share = Ce portefeuille est signalé comme ouvert ailleurs : { $who }. Les modifications faites de part et d’autre devront être réunies.
notice-kept-beside = Le dossier du programme n’est pas accessible en écriture : le journal de ce portefeuille se trouve à côté de lui, dans le dossier .upgrade-desk. Ne laissez aucun client de synchronisation traiter ce dossier.
notice-outside-kept = Quelqu’un d’autre avait modifié le fichier. Sa version est conservée sous { $file }.
notice-theirs-taken = La version du fichier a été prise. La vôtre est conservée sous { $file }.
notice-theirs-taken-alone = La version du fichier a été prise. La vôtre n’a pas pu être reconstituée ; ses journaux sont conservés 30 jours dans le dossier du programme.
notice-opened-replaced = { $file } n’est plus tel que ce programme l’avait laissé : il a été modifié ou remplacé en dehors de lui. Son contenu antérieur se trouve sous Fichier → Sauvegardes…
notice-restored = Copie écrite sous { $file }. Rien n’a été remplacé.
notice-asked-to-front = Ce portefeuille allait être ouvert une seconde fois ; le voici
notice-decide-first = Rien n’a été modifié : choisissez d’abord avec laquelle des deux versions continuer
notice-saved = { $file } enregistré
notice-exported = { $file } exporté
notice-table-exported = { $file } exporté : clients et abonnements. Un tableau n’a pas de place pour le partenaire, vos propres offres, les mises à niveau consignées ni l’historique
notice-exported-in-part = { $file } exporté sans ce que cette version ne connaît pas dans le fichier ouvert
notice-imported = Importé : { $new ->
        [one] { $new } nouvelle fiche
       *[other] { $new } nouvelles fiches
    }, { $changed ->
        [one] { $changed } modifiée
       *[other] { $changed } modifiées
    }
notice-nothing-to-import = { $file } ne contient rien qui ne soit déjà ici
notice-copied = Copié
notice-did = Consigné : { $deed }
notice-undid = Action annulée : { $deed }
notice-redid = Action rétablie : { $deed }
notice-nothing-to-undo = Il n’y a rien à annuler
notice-nothing-to-redo = Il n’y a rien à rétablir
notice-read-only = Ce portefeuille est ouvert en lecture seule ; rien n’a été modifié
notice-form-problem = { $field } : { $problem }
notice-too-many-subscriptions = Le client a maintenant { $held } abonnements à l’offre { $offer } ; l’Espace partenaires en autorise { $limit } à la fois
notice-cancelled = Aucun fichier n’a été choisi
notice-opens-after-dialog = Le fichier est lu et s’ouvrira dès que cette boîte de dialogue sera fermée
notice-leaves-after-dialog = Ce que vous avez demandé continuera dès que cette boîte de dialogue sera fermée
notice-dialog-first = Fermez d’abord la boîte de dialogue, puis déposez de nouveau le fichier
notice-stopped-waiting = La boîte de dialogue n’est plus attendue
notice-customer-gone = Cette fiche n’est plus ici
failure-not-read = Le fichier n’a pas pu être lu : { $detail }. Rien n’a été modifié.
failure-missing = Le fichier n’a pas pu être lu : il n’y en a pas à cet endroit, { $path }. Rien n’a été modifié.
failure-not-allowed = Le fichier n’a pas pu être lu : le système ne le permet pas. Rien n’a été modifié. ({ $path })
failure-own-file = C’est le fichier ouvert dans cette fenêtre : choisissez un autre nom. Rien n’a été écrit. ({ $path })
failure-not-understood = Le fichier n’a pas pu être ouvert : { $detail }. Rien n’a été modifié. ({ $path })
failure-not-written = Votre portefeuille est en sécurité, mais le fichier n’a pas pu être écrit : { $detail }. Choisissez un autre emplacement ou réessayez.
failure-not-journaled = Cette modification n’a pas été conservée, et rien n’a changé : { $detail }. Tout ce qui précède est en sécurité. Libérez de la place ou vérifiez le dossier, puis réessayez.
failure-may-come-back = Cette modification n’a pas été conservée : { $detail }. Elle n’a pas pu non plus être retirée du journal et pourrait donc réapparaître comme modification récupérée à la prochaine ouverture du fichier. Tout ce qui précède est en sécurité. Libérez de la place ou vérifiez le dossier, puis réessayez.
failure-in-use = Le fichier est ouvert dans une autre fenêtre et n’a donc pas été remplacé : { $path }
failure-settings-not-kept = Les réglages du programme n’ont pas pu être enregistrés : { $detail }
failure-settings-not-read = Les réglages du programme n’ont pas pu être lus et ont été mis de côté : { $detail } ({ $path })

## Why a file could not be read or written

step-open = le fichier ne peut pas être ouvert
step-read = le fichier ne peut pas être lu
step-resolve = l’emplacement du fichier est introuvable
step-create = aucun fichier temporaire ne peut être créé à côté du fichier
step-write = le fichier ne peut pas être écrit
step-sync = le fichier ne peut pas être mis en sécurité sur le disque
step-rename = le nouveau fichier ne peut pas prendre la place de l’ancien
step-sync-folder = le dossier ne peut pas être mis en sécurité sur le disque
step-folder = le dossier du journal ne peut pas être créé
step-lock = le portefeuille ne peut pas être verrouillé pour les autres fenêtres
step-journal = la modification ne peut pas être écrite dans le journal
system-missing = ce fichier ou ce dossier n’existe pas
system-not-allowed = vous n’en avez pas le droit
system-full = il n’y a plus de place
system-read-only = rien ne peut y être écrit
system-folder = c’est un dossier
system-no-folder = une partie du chemin n’est pas un dossier
file-refused = { $what } : { $said } : { $path }
file-too-large = le fichier dépasse { $limit } octets : { $path }
file-changed-outside = le fichier a été modifié en dehors du programme
load-empty = le fichier est vide : il est endommagé, ce n’est pas un nouveau portefeuille
load-too-large = le fichier est trop volumineux : { $size } octets, alors que { $limit } au plus sont lus
load-not-text = le texte n’est pas de l’{ $encoding } valide, à l’octet { $offset } ({ $place })
load-zeros = des octets nuls occupent la place du texte, à partir de l’octet { $offset } ({ $place })
load-unmarked = le texte ressemble à de l’UTF-16 sans indicateur d’ordre des octets ; enregistrez-le en UTF-8
load-newer = le fichier a été créé par une version plus récente du programme : son format est { $format }, cette version connaît { $known }, et il diffère trop pour être affiché
load-no-format = le format { $format } n’existe pas ; le premier est 1
wrong-day = « { $text } » n’est pas une date ; il faut une date qui existe, sous la forme AAAA-MM-JJ
wrong-time = « { $text } » n’est pas un horodatage ; il faut la RFC 3339, par exemple 2026-11-22T09:30:00Z
wrong-id = « { $text } » n’est pas un ID de portefeuille ; il faut un UUID
exchange-not-recognized = le fichier n’est d’aucun format pouvant être importé
exchange-only-read = de tels fichiers peuvent seulement être lus, pas écrits : { $format }
exchange-only-written = de tels fichiers peuvent seulement être écrits, pas lus : { $format }
exchange-not-written = le fichier ne peut pas être constitué : { $said }
exchange-stopped = l’opération a été interrompue
exchange-temporary = les feuilles ne peuvent pas être gardées dans le dossier des fichiers temporaires : { $said }
exchange-rows = il y a { $rows } lignes, et ce format en contient au plus { $most }
exchange-long = { $column } a { $characters } caractères à la ligne { $row }, et une cellule de ce format en contient au plus { $most }
exchange-damaged = le fichier est endommagé, ou n’est pas ce qu’il semble être : { $said }
exchange-not-read = le fichier ne peut pas être lu : { $said }
most-bytes = il peut y avoir au plus { $most } octets dans le fichier
most-inflated = il peut y avoir au plus { $most } octets une fois décompressés
most-parts = il peut y avoir au plus { $most } parties dans le fichier
most-rows = il peut y avoir au plus { $most } lignes
most-columns = il peut y avoir au plus { $most } colonnes
most-cells = il peut y avoir au plus { $most } cellules
most-texts = il peut y avoir au plus { $most } textes différents
most-cell = il peut y avoir au plus { $most } octets dans une cellule
most-tag = il peut y avoir au plus { $most } octets dans une balise
most-styles = il peut y avoir au plus { $most } styles
catalog-damaged = le catalogue intégré est endommagé : { $said }
file-at = { $said } : { $path }
file-locked = il est ouvert dans une autre fenêtre, ou une autre commande le modifie : { $path }
own-fault-said = le programme a rencontré un défaut interne : { $said }
own-fault-start-again = le programme a rencontré un défaut interne, redémarrez-le
report-no-customer = le portefeuille n’a pas de client { $customer }
report-no-upgrade = aucune mise à niveau de l’abonnement { $subscription } n’est consignée
system-taken = ce nom est déjà pris
system-not-a-file = ce n’est pas un fichier ordinaire
system-links = le chemin mène de lien en lien sans fin
system-too-large = le fichier est trop grand
system-busy = un autre programme l’utilise
system-name = le système n’accepte pas ce nom
system-not-reached = l’emplacement réseau est injoignable
system-broken = le disque, ou la connexion au disque, est en panne
parse-missing = le champ « { $field } » manque
parse-missing-of = le champ « { $field } » de { $of } manque
parse-twice = le champ « { $field } » apparaît deux fois
parse-twice-of = le champ « { $field } » de { $of } apparaît deux fois
parse-ends = le texte s’arrête trop tôt
parse-expected = attendu : { $what }
parse-kind = attendu : { $expected }, trouvé : { $found }
parse-not-one-of = « { $found } » n’est pas connu ici, attendu : { $known }
parse-mark = « { $mark } »
parse-or = { " " }ou{ " " }
parse-unexpected = « { $letter } » n’a pas sa place ici
parse-length = la liste n’a pas la bonne longueur : { $found }
parse-range = le nombre est trop grand ou trop petit
parse-number = un nombre ne s’écrit pas ainsi
parse-escape = un caractère ne s’écrit pas ainsi dans un texte
parse-comment = un commentaire n’a pas de fin
parse-more = il y a encore du texte après la fin
parse-deep = l’imbrication est trop profonde
parse-long = un texte de { $length } octets est trop long ; { $most } au plus sont lus
kind-whole-number = un nombre entier
kind-number = un nombre
kind-text = un texte entre guillemets
kind-yes-or-no = « true » ou « false »
kind-list = une liste
kind-record = un enregistrement
kind-name = un nom
kind-nothing = rien
kind-value = une valeur
malformed-deep = plus de 64 niveaux de crochets
malformed-ends = le texte s’arrête là où une valeur est attendue
malformed-colon = deux-points attendus après un nom
malformed-name = un nom est attendu ici
malformed-open-text = un texte qui ne finit pas sur sa ligne
malformed-backslash = une barre oblique inverse sans signification
malformed-value = ce qui se trouve ici n’est pas une valeur
malformed-answer = une réponse doit commencer ici, par un crochet ou une accolade
malformed-record = un enregistrement entre accolades est attendu ici
malformed-word = un mot est attendu ici
malformed-id = un ID est attendu ici
malformed-text = un texte est attendu ici
malformed-reason = un motif avec un code est attendu ici

## Exporting rows and columns

table-title = Exporter des lignes et des colonnes
table-rows = Lignes
table-rows-all = Tous les abonnements : { $count }
table-rows-filtered = Selon la recherche et les filtres : { $count }
table-rows-customer = Ceux de { $customer } : { $count }
table-columns = Colonnes
table-columns-all = Toutes les colonnes
table-columns-none = Aucune colonne
table-verdicts = Verdicts et motifs
table-hint = Les en-têtes restent en anglais, afin que les programmes et un import ultérieur les reconnaissent
table-export = Exporter…

## Comparing

compare-title = Comparer
compare-since-file = Ce qui a changé dans le portefeuille ouvert depuis { $file }
compare-until-file = Ce qui a changé dans { $file } depuis le portefeuille ouvert
compare-swap = Dans l’autre sens
compare-under-way = Lecture et comparaison…
compare-failed = Comparaison impossible : { $detail }. Choisissez un portefeuille (RON).
compare-same = Les deux ont le même contenu
compare-partial = Le contenu du fichier ou de son journal n’a pas été entièrement compris ; il peut donc y avoir d’autres différences
compare-verdicts = Verdicts changés
compare-gone = Retiré
compare-no-verdicts = Aucun verdict n’a changé
compare-no-target = Pas une cible
compare-not-asked = Non vérifié
compare-show = L’afficher
compare-history = Actions consignées : { $new ->
        [one] { $new } nouvelle
       *[other] { $new } nouvelles
    }, { $gone ->
        [one] { $gone } retirée
       *[other] { $gone } retirées
    }

## About

about-title = À propos d’Upgrade Desk
about-version = Version { $version }, licence MIT
about-what = Quels abonnements d’un client peuvent être mis à niveau dans l’Espace partenaires géré par 21Vianet, et vers quelle offre ; sinon, pourquoi, et ce qui aiderait.
about-sources = Sources des informations
about-source-paths = Le tableau de la page, dans son ordre. La page française est une traduction automatique et appelle la première offre « Office 365 entreprise ».
about-source-offers = Une réponse pour un autre pays. Les familles sont de notre fait : d’après les plans de service lorsqu’une offre en contient un qui compte pour une mise à niveau, sinon d’après le nom du produit.
about-source-services = Limité aux charges de travail qui existent chez 21Vianet : seuls les plans de service qui comptent pour une mise à niveau figurent dans une offre.
about-source-names = En français, comme la page française écrit ses cibles ; là où elle traduit mal un nom de produit, le nom anglais est conservé. En chinois, comme Office 365 géré par 21Vianet nomme ses produits.
about-source-aliases = Les noms depuis le 21 avril 2020 sont ceux de l’annonce.
about-sources-defaults = La matrice des offres de Chine exige une connexion : toutes ces données sont des valeurs par défaut, que chaque portefeuille peut modifier.

## Reports

report-menu = Rapport au format HTML…
purpose-report = Enregistrer le rapport sous
writing-so-far = Écriture de { $file } : { $done } clients sur { $all }
writing-stops = Abandon de { $file }…
writing-stop = Interrompre l’écriture
notice-report-written = Rapport écrit : { $file }
notice-opening-given-up = { $file } n’a pas été ouvert
notice-writing-stopped = { $file } n’a pas été écrit
failure-report = Le rapport n’a pas pu être établi : { $detail }
report-made-by = Établi avec Upgrade Desk { $version }
report-internal = Pour votre propre usage : des clients y sont nommés.
report-named = { $offer } ({ $name })
report-first-of = Seuls les { $shown } premiers éléments sur { $all } figurent ici. Les totaux les comprennent tous.
report-review-title = Bilan des mises à niveau
report-partner = Partenaire
report-partner-unnamed = Non renseigné
report-mpn = ID MPN { $id }
report-rules = Règles
report-rules-dated = { $rules }, source la plus récente du { $date }
report-as-of = État au
report-customer = Client
report-customers = Clients
report-subscription = Abonnement
report-subscriptions = Abonnements
report-licenses = Licences
report-offer = Offre
report-status = État
report-status-other = Autre état
report-verdict = Verdict
report-month = Mois
report-reason = Motif
report-seller = Vendu par
report-target = Cible
report-targets = Mises à niveau possibles
report-total = Total
report-upgrade = Mise à niveau
report-upgrade-path = { $licenses ->
        [one] { $from } → { $to }, { $licenses } licence
       *[other] { $from } → { $to }, { $licenses } licences
    }
report-recorded-on = Consignée le
report-open-tasks = Tâches en cours
report-verdicts-title = Ce qui peut être mis à niveau
report-verdicts-about = Tous les abonnements par verdict. Un abonnement reçoit le meilleur verdict de ses cibles.
report-opportunities-title = Mises à niveau à proposer
report-opportunities-about = Abonnements qui peuvent être mis à niveau dès maintenant, par nombre de licences décroissant
report-opportunities-none = Aucun abonnement ne peut être mis à niveau pour le moment
report-blocked-title = Ce qui fait obstacle
report-blocked-about = Abonnements pour lesquels il existe des mises à niveau, mais dont aucune n’est possible pour le moment, selon le premier obstacle à la cible la plus proche
report-blocked-none = Rien ne fait obstacle à une mise à niveau
report-opens-about = Ce qu’un seul remède débloquerait : chaque abonnement a été jugé de nouveau selon les mêmes règles, ce seul point étant réglé et rien d’autre n’étant changé.
report-fix = Ce qui réglerait la question
report-opened-subscriptions = Abonnements débloqués
report-opened-licenses = Licences débloquées
report-opened-alone = Cela suffit à le débloquer.
report-fix-active = Réactiver l’abonnement
report-fix-delegated-admin = Le client vous accorde les privilèges d’administration délégués
report-fix-conflicting-services = Le client annule les abonnements comprenant les services supplémentaires
report-fix-target-held = Le client annule les abonnements à l’offre cible
report-fix-add-ons = Annuler les modules complémentaires
report-fix-standing = Régulariser votre compte de partenaire
report-fix-role = Une personne ayant un autre rôle envoie la mise à niveau
report-fix-none = Rien ne peut être fait ici
report-fix-question = Chercher ce qui n’est pas connu ; le verdict sera alors possible
report-help = Ce qui aiderait
report-suspended-title = Abonnements suspendus
report-suspended-about = Les utilisateurs ne peuvent pas se connecter. Toutes les données sont supprimées { $days } jours après la suspension, sauf si l’abonnement est réactivé avant.
report-suspended-none = Aucun abonnement n’est suspendu
report-suspended-on = Suspendu le
report-deleted-on = Suppression des données le
report-days-left = Jours restants
report-tasks-title = Tâches en cours des mises à niveau consignées
report-tasks-none = Aucune tâche n’est en cours
report-offers-title = Offres
report-offers-about = Abonnements qui ne sont ni supprimés ni expirés, par offre
report-offer-not-recorded = Offre non renseignée
report-other-offers = { $count ->
        [one] { $count } autre offre
       *[other] { $count } autres offres
    }
report-statuses-title = États
report-statuses-about = Tous les abonnements par état
report-renewals-title = Renouvellements par mois
report-renewals-about = Abonnements qui ne sont ni supprimés ni expirés, selon le mois où leur engagement prend fin
report-renewals-before = Avant { $month }
report-renewals-after = Après { $month }
report-renewals-none = Non renseigné
customer-page-menu = Page pour le client…
customer-page-language = Une page en mots simples sur ce que { $customer } peut mettre à niveau, ce qui y fait obstacle et ce qu’il lui faut faire. Choisissez sa langue :
customer-page-title = Vos abonnements Office 365 : ce qui peut être mis à niveau
customer-page-to = Pour { $customer }
customer-page-from = De la part de { $partner }, { $day }
customer-page-as-of = { $day }
customer-page-intro = Cette page indique lesquels de vos abonnements peuvent être mis à niveau vers une offre comprenant davantage de services, ce qui fait obstacle pour les autres et ce que vous pouvez faire.
customer-page-licenses = { $licenses ->
        [one] { $licenses } licence
       *[other] { $licenses } licences
    }
customer-page-target = Mise à niveau vers { $target }
customer-page-target-adds = Mise à niveau vers { $target } ; services supplémentaires : { $services }
customer-page-yes-title = Ce qui peut être mis à niveau
customer-page-yes-none = Pour le moment, aucun de vos abonnements ne peut être mis à niveau.
customer-page-submit = Dites-nous quelle mise à niveau vous souhaitez et pour combien de licences ; nous l’envoyons pour vous.
customer-page-no-title = Ce qui fait obstacle
customer-page-record-from = { $offer } (chez { $seller })
customer-page-suspended = L’abonnement est suspendu : vos utilisateurs ne peuvent pas se connecter.
customer-page-suspended-until = L’abonnement est suspendu : vos utilisateurs ne peuvent pas se connecter. Toutes ses données seront supprimées le { $day }, sauf s’il est réactivé avant.
customer-page-pending = La commande est encore en cours de traitement.
customer-page-not-active = L’abonnement n’est pas actif ; son état : { $status }
customer-page-no-privileges = Nous n’avons pas les privilèges d’administration délégués qu’exige la mise à niveau.
customer-page-conflict = Vous disposez déjà d’abonnements comprenant des services que la mise à niveau ajouterait : { $records }
customer-page-held = Vous disposez déjà de l’offre à laquelle mène la mise à niveau : { $records }
customer-page-add-ons = L’abonnement a encore des modules complémentaires : { $records }
customer-page-cycle = { $target } n’est pas proposée avec la périodicité de facturation de cet abonnement : { $cycle }
customer-page-not-ours = Vous n’avez pas acheté cet abonnement chez nous. Seul celui qui vous l’a vendu peut le mettre à niveau.
customer-page-our-side = Nous devons d’abord régler un point de notre côté. Vous n’avez rien à faire à ce sujet.
customer-page-checking = Nous devons d’abord vérifier un point et reviendrons vers vous.
customer-page-asks-records = Parlez-nous de ces abonnements, pour que nous puissions dire s’ils font obstacle : { $records }
customer-page-asks-privileges = Nous ne savons pas encore si vous nous avez accordé les privilèges d’administration délégués et allons le vérifier.
customer-page-either-or = Il faudrait pour cela annuler { $records }, que vous pourriez mettre à niveau à la place. Dites-nous ce que vous préférez.
customer-page-cancelled-for-another = Pour mettre à niveau un autre abonnement, il vous est demandé d’annuler celui-ci. Dites-nous si vous préférez mettre à niveau celui-ci.
customer-page-do-title = Ce que vous avez à faire
customer-page-do-none = Vous n’avez rien à faire pour le moment.
customer-page-do-tell = Dites-nous quand c’est fait. Nous vérifions alors de nouveau et, si plus rien ne s’y oppose, envoyons la mise à niveau.
customer-page-do-keep = Dites-nous que vous voulez garder { $record }, pour que nous le réactivions.
customer-page-do-reactivate = Faites réactiver { $record } là où vous l’avez acheté.
customer-page-do-privileges = Accordez-nous les privilèges d’administration délégués. La marche à suivre se trouve plus bas.
customer-page-do-allow = Dites-nous que nous pouvons annuler { $record }.
customer-page-do-cancel-at = Annulez { $record } auprès de { $seller }, où vous l’avez acheté.
customer-page-do-cancel-direct = Annulez { $record } dans le centre d’administration d’Office 365 géré par 21Vianet : Facturation → Abonnements.
customer-page-do-cancel = Annulez { $record } là où vous l’avez acheté.
customer-page-id = ID d’abonnement : { $id }
customer-page-grant-title = Comment accorder les privilèges d’administration délégués
customer-page-grant-link = Nous vous envoyons un lien : notre demande de relation de revendeur.
customer-page-grant-open = Ouvrez-le et connectez-vous en tant qu’administrateur de votre organisation.
customer-page-grant-accept = Acceptez la relation de revendeur avec les privilèges d’administration délégués.
customer-page-progress-title = Mises à niveau en cours
customer-page-after-title = Après une mise à niveau
customer-page-after-note = Vous devrez peut-être utiliser le centre d’administration d’Office 365 géré par 21Vianet pour effectuer certaines tâches liées à la mise à niveau :
customer-page-after-assign = Attribuer les licences de la nouvelle offre à vos utilisateurs : Utilisateurs → Utilisateurs actifs.
customer-page-after-check = Vérifier que l’ancien abonnement n’est plus actif : Facturation → Abonnements.
customer-page-after-cancel = Annuler les modules complémentaires et les versions d’essai que la nouvelle offre rend inutiles.
evidence-menu = Dossier de preuves…
evidence-title = Preuve d’une mise à niveau
evidence-rules = Règles appliquées
evidence-new-id = ID du nouvel abonnement
evidence-provisional = Provisoire, jusqu’à la saisie de celui de l’Espace partenaires
evidence-comment = Commentaire
evidence-comment-none = Aucun
evidence-not-in-history = L’historique du portefeuille n’a pas de ligne pour cette mise à niveau ; ni les abonnements avant et après ni les résultats des conditions ne peuvent donc être présentés.
evidence-records-title = Abonnements avant et après
evidence-before = Avant
evidence-after = Après
evidence-subscription-id = ID d’abonnement
evidence-ledger-title = Conditions, telles qu’elles ont été jugées
evidence-ledger-about = Les résultats sont ceux qui ont été consignés avec la mise à niveau. Les textes et les sources sont ceux des règles du même identifiant dans cette version du programme.
evidence-condition = Condition
evidence-outcome = Résultat
evidence-outcome-pass = Remplie
evidence-outcome-fail = Non remplie
evidence-outcome-not-known = Non connu
evidence-source = Source
evidence-tasks-title = Tâches
evidence-task-state = État
evidence-hashes-title = Empreintes (SHA-256)
evidence-hash-how = Chaque empreinte est celle du texte qui la suit, en UTF-8 et sans saut de ligne final. Ces textes reprennent ce que dit la ligne de l’historique du portefeuille : le fichier du portefeuille suffit pour les recomposer. Là où un caractère est montré ici par son numéro, la forme JSON de ce dossier le contient tel quel.
evidence-hash-text = Texte
evidence-hash-line = La ligne entière de l’historique
evidence-hash-portfolio = Le portefeuille entier
evidence-hash-portfolio-how = Chaque empreinte est celle du fichier du portefeuille tel que cette version du programme l’écrit, avec sa marque de fin : une copie du fichier à ce moment donne la même. Elle est obtenue en défaisant les modifications conservées à côté du portefeuille.
evidence-hash-out-of-reach = Les modifications conservées à côté du portefeuille ne remontent pas jusqu’à cette mise à niveau ; l’empreinte du portefeuille entier avant et après ne peut donc plus être calculée.

## Keys, palette, manual

palette-menu = Palette de commandes…
palette-title = Palette de commandes
palette-hint = Saisissez une commande, un client ou une offre
palette-nothing = Rien ne porte ce nom
palette-customer = Client
palette-offer = Offre
keys-menu = Raccourcis clavier
keys-title = Raccourcis clavier
keys-in-lists = Dans les listes
keys-in-dialogs = Dans les boîtes de dialogue
keys-arrows = Aller à la ligne du dessus ou du dessous
keys-ends = Aller à la première ou à la dernière ligne
keys-pages = Aller une page plus haut ou plus bas
keys-edge-width = Déplacer le bord de la liste des clients, une fois atteint avec Tab
keys-edge-height = Déplacer le bord de la liste des abonnements, une fois atteint avec Tab
keys-pick = Étendre la sélection
keys-pick-click = Clic
keys-pick-click-what = Ajouter une ligne ou une plage à la sélection
keys-pick-one = Ne garder qu’une ligne sélectionnée
keys-enter-list = Ouvrir la ligne
keys-tab = Passer à l’élément suivant, avec Maj au précédent
keys-menu-bar = Aller aux menus, et en revenir
keys-menu-letter = Ouvrir le menu Fichier, les autres par leur lettre
keys-copy = Copier les lignes sélectionnées
keys-letters = Lettres
keys-letters-what = Aller au prochain client dont le nom commence ainsi
keys-enter-dialog = Faire ce pour quoi la boîte est ouverte
keys-escape = Fermer la boîte sans rien changer
key-up = Haut
key-down = Bas
key-left = Gauche
key-right = Droite
key-home = Début
key-end = Fin
key-page-up = Page préc.
key-page-down = Page suiv.
key-enter = Entrée
key-escape = Échap
key-tab = Tab
key-plus = Plus
key-minus = Moins
key-equals = Égal
key-shift = Maj
manual-menu = Manuel
manual-title = Manuel
condition-why = Pourquoi ? Lire la suite dans le manuel

## The command line

cli-named = { $what } ({ $name })
cli-nicknamed = { $offer } « { $name } »
cli-value = { $field } : { $value }
cli-heading = Règles : { $rules } · au { $day }
cli-totals = Clients : { $customers } · abonnements : { $subscriptions }
cli-licenses = licences : { $licenses }
cli-limits = de { $minimum } à { $maximum } licences
cli-deletion = { $left ->
        [one] suspendu : toutes les données seront supprimées le { $day }, dans { $left } jour
       *[other] suspendu : toutes les données seront supprimées le { $day }, dans { $left } jours
    }
cli-deletion-past = suspendu : la suppression de toutes les données était prévue le { $day }
cli-coded = code { $code } : { $reason }
cli-reason = { $condition } : { $reason }
cli-reason-code = code { $code }, { $condition } : { $reason }
cli-refused = mise à niveau refusée, et rien n’est écrit (client { $customer }) :
cli-reason-rest = { $reason } (REST { $code })
cli-recorded = { $licenses ->
        [one] mise à niveau consignée : { $customer } · { $source } de { $from } vers { $to } avec { $licenses } licence, selon les règles { $rules }
       *[other] mise à niveau consignée : { $customer } · { $source } de { $from } vers { $to } avec { $licenses } licences, selon les règles { $rules }
    }
cli-would-be-recorded = { $licenses ->
        [one] mise à niveau qui serait consignée : { $customer } · { $source } de { $from } vers { $to } avec { $licenses } licence, selon les règles { $rules }
       *[other] mise à niveau qui serait consignée : { $customer } · { $source } de { $from } vers { $to } avec { $licenses } licences, selon les règles { $rules }
    }
cli-dry-run = rien n’est écrit : ce n’était qu’un essai
cli-written = écrit : { $path }
cli-unchanged = rien à modifier : { $path }
cli-unknown-rules = le portefeuille nomme le jeu de règles « { $named } », inconnu ici ; jugé selon { $used } (--rules en choisit un autre)
cli-judged-by = jugé selon { $old } → { $new }
cli-too-many-records = cela ferait plus de quatre millions de fiches ; demandez moins de clients (--customers) ou moins d’abonnements (--per-customer)
cli-report-extension = la page pour un client s’écrit en .html, le dossier de preuves d’une mise à niveau en .html ou .json
cli-reading = { $path } : { $percent } % lus
cli-read-as = { $path } : reconnu comme { $what }
cli-likely = probable, à confirmer dans la fenêtre : { $what }
cli-asks-customer = le fichier n’indique pas de quel client il parle : --customer ID
cli-asks-subscription = le fichier n’indique pas de quel abonnement il parle : --subscription ID
cli-asks-columns = le fichier n’indique pas ce que contiennent ses colonnes : importez-le une fois dans la fenêtre, qui le mémorise
cli-fault = laissé de côté : { $path } : { $fault }
cli-more-faults = { $more ->
        [one] laissé de côté : { $more } autre ligne ; la fenêtre l’affiche et l’enregistre pour correction
       *[other] laissé de côté : { $more } autres lignes ; la fenêtre les affiche et les enregistre pour correction
    }
cli-upgrade-of = de { $source } du { $at }, client { $customer }
cli-subscription-of = { $subscription } de { $customer }
cli-new = { $kind ->
        [customer] nouveau client { $record }
        [offer] nouvelle offre { $record }
        [upgrade] nouvelle mise à niveau { $record }
        [answer] nouvelle réponse { $record }
       *[subscription] nouvel abonnement { $record }
    }
cli-gone = { $kind ->
        [customer] client disparu { $record }
        [offer] offre disparue { $record }
        [upgrade] mise à niveau disparue { $record }
        [answer] réponse disparue { $record }
       *[subscription] abonnement disparu { $record }
    }
cli-changed = { $kind ->
        [customer] client modifié { $record } : { $changes }
        [offer] offre modifiée { $record } : { $changes }
        [upgrade] mise à niveau modifiée { $record } : { $changes }
        [answer] réponse modifiée { $record } : { $changes }
       *[subscription] abonnement modifié { $record } : { $changes }
    }
cli-changed-partner = partenaire modifié : { $changes }
cli-conflict = { $kind ->
        [customer] client en conflit { $record } : { $fields }
        [offer] offre en conflit { $record } : { $fields }
        [upgrade] mise à niveau en conflit { $record } : { $fields }
        [answer] réponse en conflit { $record } : { $fields }
       *[subscription] abonnement en conflit { $record } : { $fields }
    }
cli-real-self = l’abonnement { $record } est l’abonnement consigné { $provisional }
cli-real-self-changed = l’abonnement { $record } est l’abonnement consigné { $provisional } : { $changes }
cli-not-in-file = { $kind ->
        [customer] absent du fichier : client { $record }
        [offer] absente du fichier : offre { $record }
        [upgrade] absente du fichier : mise à niveau { $record }
        [answer] absente du fichier : réponse { $record }
       *[subscription] absent du fichier : abonnement { $record }
    }
cli-left-out = { $kind ->
        [customer] laissé de côté : client { $record } : { $reason }
        [offer] laissée de côté : offre { $record } : { $reason }
        [upgrade] laissée de côté : mise à niveau { $record } : { $reason }
        [answer] laissée de côté : réponse { $record } : { $reason }
       *[subscription] laissé de côté : abonnement { $record } : { $reason }
    }
cli-counts = { $kind ->
        [customer] clients : nouveaux { $new }, modifiés { $changed }, inchangés { $unchanged }, laissés de côté { $left }
        [offer] offres : nouvelles { $new }, modifiées { $changed }, inchangées { $unchanged }, laissées de côté { $left }
        [upgrade] mises à niveau : nouvelles { $new }, modifiées { $changed }, inchangées { $unchanged }, laissées de côté { $left }
        [answer] réponses : nouvelles { $new }, modifiées { $changed }, inchangées { $unchanged }, laissées de côté { $left }
       *[subscription] abonnements : nouveaux { $new }, modifiés { $changed }, inchangés { $unchanged }, laissés de côté { $left }
    }
cli-counts-rare = { $counts }, en conflit { $conflicts }, sous leur propre ID { $real }, hors du fichier { $absent }
cli-verdict-of = verdict pour { $record } : { $old } → { $new }
cli-recovered = { $changes ->
        [one] avec { $changes } modification du journal que le fichier ne contient pas encore : { $path }
       *[other] avec { $changes } modifications du journal que le fichier ne contient pas encore : { $path }
    }
cli-without-journal = { $changes ->
        [one] sans { $changes } modification de votre part, faite sur une autre version du fichier ; ouvrez-le dans la fenêtre pour choisir : { $path }
       *[other] sans { $changes } modifications de votre part, faites sur une autre version du fichier ; ouvrez-le dans la fenêtre pour choisir : { $path }
    }
cli-newer-journal = sans les modifications qu’une version plus récente du programme a dans son journal : { $path }
cli-damaged-journal = le journal est endommagé : il manque les modifications que seules ses dernières lignes contenaient : { $path }
cli-edited-outside = modifié en dehors du programme : la marque de fin ne correspond pas, dans { $path }
cli-replaced = n’est plus tel que ce programme l’avait laissé : modifié ou remplacé en dehors de lui : { $path }
cli-open-on-share = signalé comme ouvert ailleurs ({ $who }) : { $path }
cli-another-version = une autre version de ce portefeuille se trouve à côté : { $path }
cli-read-only = lecture seule : cette version ne comprend pas tout ce que contient { $path }
cli-left-behind = laissé de côté : ce que cette version ne comprend pas dans { $path }
cli-and-more = et { $more } de plus
cli-not-exported = laissé de côté : un tableau ne contient que les clients et les abonnements, sans { $parts } ; .ron et .json contiennent tout : { $path }
cli-part-partner = le partenaire
cli-part-offers = les offres propres au portefeuille
cli-part-upgrades = les mises à niveau consignées
cli-part-history = l’historique
cli-part-answers = les réponses de l’Espace partenaires
cli-odd = anomalie : { $fact }, { $place }, dans { $path }
cli-odd-more = anomalie : et { $more } de plus, dans { $path } ; la fenêtre les liste toutes
cli-in = dans { $path }
cli-of-file = { $what } : { $path }
cli-no-report-of-customer =
    le portefeuille n’a pas de client { $customer }
    Rien n’a été écrit. --customer attend un ID Microsoft.
cli-no-report-of-upgrade =
    aucune mise à niveau de l’abonnement { $subscription } n’est consignée
    Rien n’a été écrit. --upgrade attend l’ID de l’abonnement mis à niveau, ou de celui qui a pris sa place.
cli-in-use =
    il est ouvert dans une autre fenêtre, ou une autre commande est en train de le modifier : { $path }
    Rien n’a été modifié. Fermez-le là-bas, ou réessayez dans un instant.
cli-two-versions =
    { $changes ->
        [one] le fichier a été modifié en dehors du programme alors que { $changes } modification de votre part n’y figurait pas encore : { $path }
       *[other] le fichier a été modifié en dehors du programme alors que { $changes } modifications de votre part n’y figuraient pas encore : { $path }
    }
    Les deux versions sont en sécurité, et rien n’a été modifié. Ouvrez-le dans la fenêtre pour choisir entre elles.
cli-appeared =
    un fichier de ce nom a été créé entre-temps : { $path }
    Il a été laissé tel quel, et rien n’a été modifié. Réessayez pour y importer.
cli-no-format =
    ce nom ne correspond à aucun format pouvant être écrit : { $path }
    Extensions possibles : { $extensions }.
cli-no-subscription =
    aucun abonnement n’a l’ID { $subscription }, dans { $path }
    `upgrade-desk check` les liste tous.
cli-several-subscriptions =
    plusieurs abonnements ont l’ID { $subscription }, dans { $path }
    Supprimez ou renommez d’abord ceux qui sont erronés.
cli-onto-itself =
    le portefeuille ne peut pas être exporté sur lui-même : { $path }
    Choisissez un autre nom pour --to.
cli-no-columns =
    c’est un tableau, et personne n’a encore indiqué ce que contiennent ses colonnes : { $path }
    Importez-le une fois dans la fenêtre ; ce que vous y indiquez de ses colonnes est mémorisé pour tous les tableaux avec le même en-tête.
cli-no-output = la sortie ne peut pas être écrite : { $said }
cli-advice-may-come-back = La modification n’a pas été conservée, mais elle n’a pas pu non plus être retirée du journal : elle sera peut-être là à la prochaine ouverture du portefeuille. Vérifiez avec `upgrade-desk check` avant de réessayer.
cli-advice-not-kept = La modification n’a pas été conservée, et rien n’a été modifié. Libérez de la place ou vérifiez le dossier, puis réessayez.
cli-advice-taken-back-outside = La modification a été reprise : rien n’a été modifié. Réessayez : elle sera alors faite sur le fichier tel qu’il est maintenant.
cli-advice-taken-back = La modification a été reprise : rien n’a été modifié. Libérez de la place ou vérifiez le dossier, puis réessayez.
cli-advice-in-journal = La modification est en sécurité dans le journal et sera là à la prochaine ouverture du fichier. Libérez de la place ou vérifiez le dossier, puis ouvrez-le de nouveau.
cli-advice-not-known = La modification devait être reprise, et cela a échoué aussi : elle sera peut-être là à la prochaine ouverture du portefeuille. Vérifiez avec `upgrade-desk check` avant de réessayer.
cli-advice-read-only = L’enregistrer ferait perdre cela : le fichier peut être lu, mais pas modifié. Utilisez une version plus récente du programme.
cli-advice-fault = C’est un défaut du programme ; rien n’a été écrit. Merci de le signaler en joignant le fichier.
cli-advice-readable = Fichiers pouvant être lus : { $extensions }.
cli-advice-formats = Formats pouvant être lus : { $read } ; pouvant être écrits : { $written }.
cli-not-said = C’est consigné, mais le résultat n’a pas pu être affiché : { $said }
cli-advice-stopped = Rien n’a été écrit.
cli-advice-temporary = Libérez de la place dans le dossier des fichiers temporaires, ou indiquez-en un autre dans la variable TMPDIR, ou exportez en .csv, qui n’en a pas besoin.
cli-advice-rows = Exportez en .csv, qui contient autant de lignes que l’on veut.
cli-advice-long = Rien n’a été tronqué et rien n’a été écrit. Raccourcissez ce texte, ou exportez en .csv, qui le contient en entier.
cli-advice-split = Divisez le tableau en fichiers plus petits et importez-les l’un après l’autre.
cli-advice-whole = Vérifiez que le fichier est complet et lisible, puis réessayez.
cli-advice-size = Les portefeuilles sont plus petits ; est-ce le bon fichier ?
cli-advice-path = Vérifiez que le chemin est correct et que vous avez le droit d’y accéder.
cli-advice-right-file = Est-ce le bon fichier ? Si oui, revenez à une copie.
cli-advice-text = Un portefeuille est un texte en UTF-8. Est-ce le bon fichier ? Si oui, revenez à une copie.
cli-advice-newer = Utilisez une version plus récente du programme.
cli-advice-format = Corrigez le format dans le fichier, ou revenez à une copie.
cli-advice-ron = Est-ce un portefeuille en RON ? Les autres fichiers s’importent par `upgrade-desk import`. Si c’en est un, corrigez cet endroit ou revenez à une copie.
cli-advice-places = Corrigez ces endroits dans le fichier, ou revenez à une copie.

## The command line: help and wrong usage

usage-about =
    Quels abonnements Office 365 peuvent être mis à niveau, vers quoi, et sinon pourquoi

    Sans commande, la fenêtre s’ouvre. Code de sortie : 0 fait, 1 refusé (rien n’est écrit), 2 mauvais usage.
usage-check = Dire vers quoi chaque abonnement peut être mis à niveau, avec tous les motifs
usage-upgrade = Consigner une mise à niveau, si les règles l’autorisent
usage-import = Lire des fichiers dans un portefeuille, et dire ce qui change
usage-export = Écrire un portefeuille dans un autre fichier, sous un nouvel ID, ou en faire un rapport
usage-diff = Dire ce qui a changé entre deux portefeuilles
usage-generate = Inventer un portefeuille pour essayer ; les mêmes arguments donnent les mêmes octets
usage-help = Afficher cette aide, ou celle d’une commande
usage-open = Le portefeuille à ouvrir dans la fenêtre ; sinon le dernier
usage-lang =
    La langue de la fenêtre, des rapports et de ce que disent les commandes : en, fr ou zh-CN

    Sans cette option, les commandes parlent anglais. Ce que `check` et `export` donnent aux programmes (JSON, CSV, classeurs) est le même dans toutes les langues.
usage-renderer = Comment la fenêtre est dessinée
usage-renderer-glow = OpenGL
usage-renderer-wgpu = Ce que le système fournit : Direct3D ou Metal
usage-file = Le portefeuille
usage-rules = Le jeu de règles selon lequel juger, au lieu de celui du portefeuille : page ou partner-center
usage-check-as-of = Le jour de la réponse ; sinon aujourd’hui, en UTC
usage-check-format = Pour des personnes, ou pour des programmes
usage-upgrade-subscription = L’abonnement à mettre à niveau
usage-upgrade-to = L’offre vers laquelle le mettre à niveau
usage-upgrade-licenses = Le nombre de licences du nouvel abonnement
usage-upgrade-dry-run = Dire ce qui serait consigné, et ne rien écrire
usage-import-from = Les fichiers à lire
usage-import-into = Le portefeuille qui les reçoit ; il est créé s’il n’existe pas
usage-import-customer = Le client dont parle un fichier, s’il ne le dit pas lui-même
usage-import-subscription = L’abonnement dont parle un fichier, s’il ne le dit pas lui-même
usage-import-dry-run = Dire ce qui changerait, et ne rien écrire
usage-export-to = Le fichier à écrire ; son extension dit le format, et .html est un rapport dans la langue que nomme --lang
usage-export-customer = La page pour ce client, au lieu du bilan du portefeuille (.html)
usage-export-upgrade = Le dossier de preuves de la mise à niveau consignée de cet abonnement (.html ou .json)
usage-export-as-of = Le jour du rapport ; sinon aujourd’hui, en UTC
usage-diff-old = Le portefeuille tel qu’il était
usage-diff-new = Le portefeuille tel qu’il est
usage-generate-customers = Combien de clients
usage-generate-per-customer = Combien d’abonnements a un client en moyenne
usage-generate-seed = Lequel de tous les portefeuilles inventés
usage-generate-to = Le fichier à écrire
usage-help-flag = Afficher l’aide (plus de détails avec --help)
usage-help-flag-long = Afficher l’aide (un résumé avec -h)
usage-version-flag = Afficher la version
usage-heading = Utilisation :
usage-commands = Commandes :
usage-arguments = Arguments :
usage-options = Options :
usage-word-options = OPTIONS
usage-word-command = COMMANDE
usage-default = [par défaut : { $value }]
usage-possible = [valeurs possibles : { $values }]
usage-values = Valeurs possibles :
usage-error = erreur : { $what }
usage-more = Pour en savoir plus, essayez --help
usage-no-option = il n’y a pas d’option { $option } ici
usage-one-too-many = il y a un argument de trop : « { $argument } »
usage-no-command = il n’y a pas de commande « { $command } »
usage-no-file-or-command = il n’y a ni fichier ni commande « { $name } »
usage-file-with-command = un fichier à ouvrir se donne sans commande
usage-command-missing = il manque une commande
usage-missing = il manque des arguments : { $arguments }
usage-no-value = il manque une valeur après { $argument }
usage-wrong-value = « { $value } » n’est pas une valeur pour { $argument }
usage-wrong-value-because = « { $value } » n’est pas une valeur pour { $argument } : { $reason }
usage-too-many-values = « { $value } » est une valeur de trop pour { $argument }
usage-conflict = { $argument } ne peut pas être utilisé avec { $other }
usage-twice = { $argument } ne peut être donné qu’une fois
usage-not-unicode = un argument n’est pas de l’UTF-8 valide
usage-not-understood = les arguments n’ont pas de sens
usage-no-rule-set = il n’y a pas de jeu de règles portant cet ID ; il y a : { $ids }
usage-no-language = il n’y a pas de textes dans cette langue ; il y a : { $tags }
usage-no-day = un jour qui existe est attendu, sous la forme AAAA-MM-JJ
usage-no-number = un nombre entier en chiffres est attendu
usage-number-too-large = le nombre est trop grand
usage-did-you-mean = Vouliez-vous dire « { $similar } » ?
usage-as-value = Pour donner « { $argument } » comme valeur, écrivez -- devant
