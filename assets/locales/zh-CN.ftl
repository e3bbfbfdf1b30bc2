# The Chinese words of the program: every message of en.ftl, in its order, with the same arguments.
# The terms are those of Microsoft's pages on Partner Center operated by 21Vianet, where they have one.

## Shared words

list-separator = 、
none = 无
nothing = 无
not-known = 未知
yes = 是
no = 否
cancel = 取消
close = 关闭
delete = 删除
edit = 编辑…
dismiss = 关闭此消息
save-changes = 保存更改
submit = 提交

## Joins: a thing and what is said of it

said-of = { $name }：{ $said }
bracketed = { $name }（{ $detail }）
ledger-row = { $condition }。{ $outcomes }
percent = { $share }%

## Menus

menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-portfolio = 客户库
menu-help = 帮助
menu-file-letter = F
menu-edit-letter = E
menu-view-letter = V
menu-portfolio-letter = P
menu-help-letter = H
menu-new = 新建客户库
menu-open = 打开…
menu-recent = 打开最近的客户库
menu-recent-none = 尚未打开过客户库
menu-sample = 打开示例
menu-save = 保存
menu-save-as = 另存为…
menu-import = 导入…
menu-compare = 与文件比较…
menu-export-ron = 导出为 RON…
menu-export-json = 导出为 JSON…
menu-export-csv = 导出为 CSV…
menu-export-xlsx = 导出为 Excel 工作簿…
menu-export-table = 导出行和列…
menu-quit = 退出
menu-undo = 撤消
menu-redo = 重做
menu-find = 查找
menu-copy-list = 复制列表
menu-select-all = 全选
menu-edit-selected = 编辑所选项…
menu-history = 历史记录…
menu-upgrade = 升级…
menu-add-customer = 添加客户…
menu-edit-customer = 编辑客户…
menu-delete-customer = 删除客户…
menu-add-subscription = 添加订阅…
menu-account = 您的帐户…
menu-offers = 产品/服务…
menu-about = 关于 Upgrade Desk
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
menu-language = 语言
language-system = 跟随系统
language-english = English
language-french = Français
language-chinese = 简体中文

## How it looks

density-comfortable = 宽松行距
density-compact = 紧凑行距
menu-zoom = 缩放
menu-zoom-in = 放大
menu-zoom-out = 缩小
menu-zoom-reset = 恢复为 100%
menu-zoom-step = { $percent }%
status-opening = 正在打开 { $file }… { $percent }%
status-opening-stops = 正在放弃打开 { $file }…
status-opening-stop = 停止
opening-first = 正在打开 { $file }：最前面的客户
menu-less-motion = 减少动画
menu-frame-times = 显示每帧用时
menu-columns = 列
menu-columns-customers = 客户列表…
menu-columns-held = 客户的订阅…
menu-columns-subscriptions = 所有订阅…
columns-choose = 选择列…

## Tabs, search and filters

tab-customers = 客户
tab-subscriptions = 所有订阅
search-name = 搜索
search-hint = 公司、域名或 ID
filters-clear = 清除
filter-can-be-upgraded = 可升级
filter-not-known = 未知
filter-suspended = 已暂停
filter-no-delegated-admin = 无委派的管理权限
filter-open-tasks = 有未完成任务
shown-of = 显示 { $shown } 项，共 { $all } 项
picked-customers = 已选择 { $count } 个客户
picked-subscriptions = 已选择 { $count } 个订阅

## Lists

column-company = 公司
column-domain = 域名
column-subscriptions = 订阅
column-subscriptions-of = 订阅
column-upgradable = 可升级
column-delegated-admin = 管理权限
column-customer = 客户
column-subscription = 订阅
column-offer = 产品/服务
column-licenses = 许可证
column-status = 状态
column-renewal = 续订日期
column-verdict = 升级
column-target = 升级到
column-target-in-full = 可升级到
column-reason = 首要原因
column-tags = 标签
row-customer = { $company }，{ $subscriptions } 个订阅，{ $eligible } 个可升级，{ $unknown } 个未知
row-subscription = { $offer }，{ $licenses } 个许可证，{ $status }，{ $verdict }
row-subscription-of = { $company }：{ $offer }，{ $licenses } 个许可证，{ $status }，{ $verdict }
row-upgraded = 已升级
row-add-on = 加载项
row-offer-not-recorded = 未记录产品
add-customer = 添加客户
add-subscription = 添加订阅
add-add-on = 添加加载项…
empty-portfolio = 尚无客户
empty-portfolio-hint = 可在下方添加，或通过“文件”→“导入…”导入文件
empty-search = 未找到任何内容
empty-search-hint = 请更改搜索内容或清除筛选条件
empty-working = 正在判断…
empty-working-hint = 已打开客户组合，列表很快就会显示
empty-subscriptions = 尚无订阅
empty-subscriptions-hint = 请添加客户及其订阅，或导入文件
empty-customer = 尚无订阅
empty-customer-hint = 请在下方添加第一个订阅
empty-no-customer = 未选择客户
empty-no-customer-hint = 请在左侧列表中选择客户

## Columns of a list

columns-of-customers = 客户列表的列
columns-of-held = 客户订阅列表的列
columns-of-subscriptions = 所有订阅列表的列
columns-up = 上移：{ $column }
columns-down = 下移：{ $column }
columns-always = 始终显示
columns-reset = 重置
columns-hint = 如果列表按已隐藏的列排序，则会改为按始终显示的列排序。列表较窄时，放不下的列会等到列表变宽后再显示。

## Several records at once

families-none = 未选择任何服务，即视为未授予权限
bulk-customers = 编辑 { $count } 个客户
bulk-subscriptions = 编辑 { $count } 个订阅
bulk-leave = 保持不变
bulk-add-tags = 添加标签
bulk-remove-tags = 移除标签
bulk-tags-hint = 多个标签之间用逗号分隔；不区分大小写
bulk-tags-there = 现有标签：{ $tags }
bulk-nothing = 尚未选择任何更改
bulk-changes = 将更改：{ $changes } 项，共 { $all } 项
bulk-already = 已符合：{ $already } 项
bulk-gone = 已不存在，将跳过：{ $gone } 项
bulk-no-family = 请至少选择一项服务，或选择“未授予”
bulk-none-changes = 所有项都已符合
bulk-undo = 记录为一个步骤，可以一次撤消

## Said to screen readers alone

spoken-sorted-up = 升序排列
spoken-sorted-down = 降序排列
spoken-records = 记录
spoken-divider-width = 客户列表的宽度
spoken-divider-height = 订阅列表的高度

## Customer

header-delegated-admin = 委派的管理权限：{ $privileges }
customer-new = 新建客户
customer-edit = 编辑客户
delegated-all = 所有服务
delegated-families = 部分服务
delegated-short-all = 全部
delegated-short-some = 部分
delegated-short-none = 无
delegated-short-unknown = ?
delegated-not-granted = 未授予
family-office-365 = Office 365
family-dynamics-365 = Dynamics 365
family-azure = Azure
family-other = 其他系列

## Verdicts

verdict-eligible = 可升级
verdict-not-known = 未知
verdict-not-eligible = 不可升级
verdict-no-path = 无可用升级
short-eligible = 可升级
short-not-known = 未知
short-not-eligible = 不可升级
outcome-met = 满足
outcome-not-met = 不满足
outcome-not-known = 未知

## The note under the subscription ID

note-eligible = 此订阅可以升级。
note-eligible-targets = 可用升级：{ $targets }
upgrade-now = 立即升级
note-not-eligible = 此订阅不能升级。
note-not-known = 尚不清楚此订阅能否升级。
note-nearest = { $others ->
        [0] 查看升级障碍：{ $target }
       *[other] 障碍最少的升级：{ $target }，查看此原因及另外 { $others } 个原因
    }
note-help = 解决办法：{ $remedy }
note-upgraded = 此订阅已因已记录的升级而关闭。
note-upgraded-show = 查看新订阅
note-tasks-open = 已记录的升级：{ $all } 项任务中有 { $open } 项未完成。
note-tasks-done = 已记录的升级：所有任务均已完成。
note-tasks-show = 查看任务
note-provisional = 此订阅 ID 是临时的。
enter-real-id = 输入合作伙伴中心的 ID…
open-account = 打开“您的帐户”…
open-customer = 为此客户记录…
open-customer-short = 编辑客户…
open-offer = 输入产品包含的服务…
no-path-add-on = 加载项不能单独升级。
no-path-offer-not-recorded = 未记录此订阅的产品，因此无法查找可用升级。请在表单中选择产品。
no-path-offer-not-in-catalog = 此订阅的产品不在产品目录中，因此没有已知的升级。
no-path-no-upgrades = 此产品没有可用升级。

## Conditions: name, text, what of the reading is ours

condition-active = 处于活动状态
condition-delegated-admin = 委派的管理权限
condition-short-delegated-admin = 委派的管理权限
condition-short-upgrade-path = 升级路径
condition-short-no-add-ons = 无加载项
condition-no-conflicting-services = 无冲突服务
condition-target-not-held = 未持有目标产品
condition-upgrade-path = 升级路径
condition-no-add-ons = 无加载项
condition-provisioned = 已预配
condition-billing-cycle = 计费周期
condition-original-reseller = 由您销售
condition-partner-in-good-standing = 帐户状况
condition-role = 您的角色
condition-text-active = 订阅必须处于活动状态（没有暂停或取消）。
condition-text-delegated-admin = 必须拥有此客户和服务的委派管理权限。
condition-text-no-conflicting-services = 客户不得拥有已经包含其他服务的订阅。
condition-text-target-not-held = 客户不得拥有你要尝试将其升级到的订阅。
condition-text-upgrade-path = 订阅的产品有可用升级，且所请求的产品在其中。
condition-text-no-add-ons = 此订阅没有仍在持有的加载项订阅。
condition-text-provisioned = 订单已预配：订阅不处于待处理状态。
condition-text-billing-cycle = 目标产品支持此订阅的计费周期。
condition-text-original-reseller = 此订阅由您销售。如果您的权限仅来自经销商关系请求，则不能过渡此订阅。
condition-text-partner-in-good-standing = 合作伙伴帐户欠费时，不能转换或过渡订阅，也不能更改数量。
condition-text-role = 管理员代理、销售代理和全局管理员可以管理订阅；支持人员代理不可以。
condition-reading = 我们的解读
condition-source = 来源
condition-on-page = Microsoft 升级页面上的条件之一
condition-beyond-page = 页面之外：由合作伙伴中心检查
condition-partner-center = 合作伙伴中心
condition-code = 错误代码 { $code }
reading-delegated-admin = 条件中的“服务”指订阅的产品所属的服务系列。这是我们的解读：没有来源给出更确切的说明。
reading-no-conflicting-services = “其他服务”指目标产品包含而原产品不包含的服务，按服务计划比较。客户的其他记录，只要状态不是“已删除”或“已过期”，不论来自哪个渠道，都计算在内，加载项和试用订阅也不例外。这是我们的解读：没有来源作出规定。
reading-target-not-held = 客户的其他记录，只要状态不是“已删除”或“已过期”，不论来自哪个渠道，都计算在内；已暂停的订阅必须先取消。这是我们的解读：没有来源作出规定，也没有来源说明合作伙伴中心的代码 4（涉及并行订阅的限制）属于此条件。
reading-no-add-ons = 已删除或已过期的加载项不再计算在内。这是我们的解读：来源所说的是以前购买过的加载项。
reading-provisioned = 未预配的订阅是指状态为“待处理”的订阅。这是我们的解读：没有来源说明所指的是哪种状态。
reading-partner-in-good-standing = 拖欠款项的帐户已视为被暂停。这是我们的解读：来源说拖欠款项的帐户可能被暂停，并说明了被暂停的帐户不能做什么。
source-dated = { $title }，{ $date }
source-undated = { $title }，无日期

## Reasons in a few words

reason-active = 未处于活动状态
reason-status-unknown = 状态未知
reason-delegated-admin = 没有委派的管理权限
reason-delegated-admin-unknown = 未记录委派的管理权限
reason-conflicting-services = 服务冲突
reason-conflicting-services-unknown = 其他订阅的服务未知
reason-target-held = 已持有目标产品
reason-target-held-unknown = 其他订阅的产品未知
reason-no-path = 没有此升级
reason-add-ons = 有加载项
reason-add-ons-unknown = 加载项归属未知
reason-not-provisioned = 未预配
reason-cycle = 计费周期不受支持
reason-cycle-unknown = 计费周期未知
reason-not-yours = 由他人销售
reason-channel-unknown = 未记录销售方
reason-delinquent = 帐户欠费
reason-standing-unknown = 未记录帐户状况
reason-role = 您的角色无此权限
reason-role-unknown = 未记录您的角色

## Refusals

record-of-yours = { $offer }（{ $status }）
record-of-others = { $offer }（{ $status }，销售方：{ $channel }）
refusal-suspended = 订阅已暂停，只有活动订阅才能升级。
refusal-deleted = 订阅已删除；已删除的订阅不能恢复，也不能升级。
refusal-pending = 订单仍待处理，因此订阅尚未处于活动状态。
refusal-not-active = 订阅的状态为“{ $status }”，只有活动订阅才能升级。
refusal-no-delegated-admin = 客户没有向您授予委派的管理权限（{ $family }）。
refusal-no-delegated-admin-at-all = 客户没有向您授予委派的管理权限。
refusal-conflicting-services = 此升级要添加 { $services }，而客户另有 { $count } 个订阅已包含这些服务：{ $records }
refusal-target-held = 客户已持有 { $target }（{ $count } 个）：{ $records }
refusal-no-upgrade-paths = 此产品没有可用升级。
refusal-not-a-target = 页面未列出此升级：{ $source } → { $target }。
refusal-add-ons-present = 此订阅仍有 { $count } 个加载项：{ $records }
refusal-not-provisioned = 订单尚未预配：合作伙伴中心显示为待处理。
refusal-cycle-not-supported = 目标产品（{ $target }）不支持此订阅的计费周期：{ $cycle }。
refusal-not-sold-by-you = 此订阅不是由您销售的，销售方：{ $channel }。
refusal-sold-direct = 此订阅不是由您销售的：客户是直接购买的。
refusal-delinquent = 您的合作伙伴帐户欠费，因此不能升级订阅，也不能更改数量。
refusal-role-cannot = 您的角色是“{ $role }”，该角色不能管理订阅。

## Questions

question-status = 未记录状态。请在合作伙伴中心查看，并在表单中选择。
question-status-other = 状态“{ $status }”不在合作伙伴中心的文档中。请在合作伙伴中心查看，并选择相应的状态。
question-delegated-admin = 未记录客户是否已向您授予委派的管理权限。请在合作伙伴中心的“客户”下查看。
question-conflicts = 尚不清楚另外 { $count } 个订阅是否已包含其他服务。请在合作伙伴中心查看：{ $records }
question-holdings = 尚不清楚客户是否已持有此产品。请查看并补全以下 { $count } 条记录：{ $records }
question-add-ons = 尚不清楚以下 { $count } 个加载项是否属于此订阅。请查看并在表单中选择其基础订阅：{ $records }
question-cycle = 未记录计费周期。请在合作伙伴中心查看，并在表单中选择。
question-channel = 未记录此订阅的销售方。请在表单中选择。
question-standing = 未记录您的合作伙伴帐户是否状况良好。
question-role = 未记录您在合作伙伴中心的角色。
unclear-status = { $record }：状态未知
unclear-offer = { $record }：未记录产品
unclear-services = { $record }：服务未知
unclear-compared = { $record }：无法比较，因为订阅的产品或目标产品的服务未知
unclear-parent = { $record }：未记录基础订阅

## The ledger

answer-title = 合作伙伴中心的返回结果
answer-read = 读入时间：{ $at }；此后的更改不在其中
answer-hint = 本程序依据已记录的数据判断，合作伙伴中心依据其自身的数据判断；两者不一致时，请对照双方给出的原因
answer-none = 其中没有列出任何升级，本程序也没有
answer-all-same = 与本程序的判断一致（共 { $count } 个产品）
answer-others-same = 其余 { $count } 个产品与本程序的判断一致
answer-same = { $target }：双方判断一致
answer-other-reasons = { $target }：双方均判断为不可升级，但原因不同
answer-contrary-theirs-no = { $target }：本程序判断为可升级，合作伙伴中心判断为不可升级
answer-contrary-theirs-yes = { $target }：本程序判断为不可升级，合作伙伴中心判断为可升级
answer-ours-not-known-theirs-yes = { $target }：本程序无法判断，合作伙伴中心判断为可升级
answer-ours-not-known-theirs-no = { $target }：本程序无法判断，合作伙伴中心判断为不可升级
answer-theirs-not-said = { $target }：合作伙伴中心列出了此升级，但未说明是否可升级
answer-only-theirs-yes = { $target }：合作伙伴中心提供此升级，本程序没有此升级路径
answer-only-theirs-no = { $target }：合作伙伴中心列出此升级并判断为不可升级，本程序没有此升级路径
answer-only-ours = { $target }：本程序有此升级路径，合作伙伴中心的返回结果中没有
answer-theirs = 合作伙伴中心：{ $reason }
answer-ours = 本程序：{ $reason }
answer-code-user-context = 需要以已登录用户的身份查询，这与订阅本身无关
answer-code-granular = 缺少精细委派的管理权限；本程序不检查此项
answer-code-other = 合作伙伴中心未指明的原因
answer-code-not-documented = 没有文档说明的原因
answer-code-none = 没有代码的原因
answer-reason = { $reason }（代码 { $code }）
answer-reason-said = { $reason }（代码 { $code }）：{ $said }
answer-reason-no-code = { $reason }：{ $said }
ledger-title = 可用升级
ledger-group-page = Microsoft 升级页面，2018-10-29
ledger-group-beyond = 页面之外：合作伙伴中心的其他检查
ledger-target = { $target }：{ $verdict }
footnote-premium = 这是页面上的标记，由世纪互联运营的合作伙伴中心的页面未作说明。全球版页面的说明是：Office 365 Business India 和 Business Essentials India 只能升级到 Business Premium India。此标记在这里不限制任何升级。
reasons-none = 此升级没有任何障碍：{ $target }。
reasons-title = 升级障碍：{ $target }
upgrade-to-this = 升级到此产品…
remedies-title = 解决办法
remedies-then-eligible = 解决后即可升级。
remedies-then-not-known = 解决后不再有不满足的条件；未知的条件仍需查明。
copy-mail = 复制邮件
copy-id = 复制订阅 ID
copy-message = 复制
show-record = 查看此记录

## Remedies

remedy-reactivate = 重新激活此订阅。
remedy-ask-delegated-admin = 向客户请求委派的管理权限：在合作伙伴中心选择“客户 → 请求经销商关系”，然后将链接发送给客户。
remedy-cancel-yours = 为客户取消此订阅（由您销售）：{ $record }
remedy-cancel-elsewhere = 请客户在原购买处（{ $channel }）取消此订阅：{ $record }
remedy-cancel-where-bought = 请客户在原购买处取消此订阅：{ $record }
remedy-cancel-add-on = 先取消此加载项：{ $record }
remedy-settle-account = 结清您的合作伙伴帐户欠款。
remedy-another-role = 请贵公司的管理员代理、销售代理或全局管理员提交升级。（这是我们的解读：没有来源给出解决办法。）
remedy-none = 对以下问题，此处无解决办法：{ $conditions }
instead-add-licenses = 客户已持有 { $target }：可改为向其添加 { $licenses } 个许可证。
mail-your-reseller = 您的经销商
mail-delegated-admin =
    主题：请求委派的管理权限

    { $customer }，您好：

    为了替您升级 Office 365 订阅，我们需要委派的管理权限。请打开下面的链接，以贵组织管理员的身份登录，并接受经销商关系及相应的权限。

    【请在此处粘贴合作伙伴中心提供的链接：客户 → 请求经销商关系】

    此致
    敬礼

    { $partner }
mail-cancel =
    主题：有一个订阅影响您的升级

    { $customer }，您好：

    以下订阅已包含新订阅中的服务，必须先取消该订阅，您的 Office 365 订阅才能升级：

    { $record }
    订阅 ID：{ $id }

    请在原购买处取消该订阅，并在取消后告知我们。

    此致
    敬礼

    { $partner }

## Services

service-office-business = Office 桌面应用（商业版）
service-office-proplus = Office 桌面应用（专业增强版）
service-office-online = Office Online
service-onedrive = OneDrive
service-exchange-1 = Exchange Online（计划 1）
service-exchange-2 = Exchange Online（计划 2）
service-sharepoint-1 = SharePoint Online（计划 1）
service-sharepoint-2 = SharePoint Online（计划 2）
service-skype = Skype for Business
service-rights = 权限管理服务

## Statuses, cycles, channels, roles

status-active = 活动
status-suspended = 已暂停
status-deleted = 已删除
status-expired = 已过期
status-pending = 待处理
status-disabled = 已禁用
status-unset = 未设置
cycle-monthly = 按月
cycle-annual = 按年
cycle-one-time = 一次性
cycle-triennial = 三年
cycle-biennial = 两年
cycle-unset = 未设置
channel-this-partner = 您
channel-other-reseller = 其他经销商
channel-direct = 直接购买
role-global-admin = 全局管理员
role-admin-agent = 管理员代理
role-sales-agent = 销售代理
role-helpdesk-agent = 支持人员代理

## Fields

field-company-name = 公司名称
field-customer-id = Microsoft ID
field-customer = 客户
field-domain = 主域名
field-relationship = 关系
field-delegated-admin = 委派的管理权限
field-tags = 标签（用逗号分隔）
field-notes = 备注
field-subscription-id = 订阅 ID
field-offer = 产品/服务
field-offer-id = 产品/服务 ID
field-offer-name = 产品/服务名称
field-nickname = 昵称
field-quantity = 数量
field-licenses = 许可证数量
field-assigned = 已分配
field-status = 状态
field-cycle = 计费周期
field-channel = 销售方
field-other-reseller = 经销商名称
field-created = 创建日期
field-commitment-end = 续订日期
field-auto-renew = 自动续订
field-trial = 试用
field-parent = 基础订阅
field-suspended-on = 暂停日期
field-upgraded-to = 升级后的订阅
field-comment = 说明
field-minimum = 最少许可证数
field-maximum = 最多许可证数
field-concurrent-limit = 同时持有上限
field-cycles = 计费周期
field-family = 服务系列
field-services = 服务
field-partner-name = 合作伙伴名称
field-mpn-id = MPN ID
field-role = 您的角色
field-standing = 帐户状况良好
field-rules = 规则集
field-provisional = 临时 ID
field-from-offer = 原产品/服务
field-to-offer = 新产品/服务
field-tasks = 任务
field-answer = 合作伙伴中心的返回结果
field-read = 读入时间
answered-eligible = { $target }：可升级
answered-not-eligible = { $target }：不可升级
answered-nothing = { $target }：未说明
field-tasks-done = 已完成 { $done } 项，共 { $all } 项
problem-empty = 请填写此项
problem-not-a-number = “{ $typed }”不是整数，请只输入数字
problem-too-large = “{ $typed }”太大，此处的数字不能有这么多位
problem-negative = 此处不能为负数
problem-not-a-date = “{ $typed }”不是有效日期，请以年份开头输入，如 2026-11-22、2026/11/22 或 2026年11月22日
problem-taken = “{ $id }”已被另一条记录使用
problem-own-parent = 订阅不能是其自身的加载项
problem-above-maximum = 大于最多许可证数
warning-assigned = 已分配的数量大于 { $quantity } 的总数量

## Details form

details-title = 订阅详细信息
change-licenses = 更改许可证数量…
parent-none = 不是加载项
offer-none = 未记录
offer-search = 搜索产品/服务
offer-nothing-found = 没有匹配的产品
offer-not-in-catalog = 不在产品目录中
deletion-day = 如果不重新激活订阅，所有数据将于 { $day } 删除（暂停后 60 天）。
delete-record = 删除记录…
form-hint = 此表单记录合作伙伴中心显示的内容。按 Enter 或离开字段时，即记录该字段。
subscription-new = 新建订阅
add-on-new = 新建加载项
subscription-new-hint = 请输入合作伙伴中心显示的内容。留空的字段保持未知。

## Upgrade dialog

upgrade-title = 升级 { $offer }
upgrade-about = { $customer }。整个订阅将转到新产品。
upgrade-choose-offer = 选择产品/服务
upgrade-target = { $target }，{ $verdict }。{ $reasons }
upgrade-offline = “提交”会将升级记录在本程序中
upgrade-refused = 未记录：{ $reason }
licenses-limits = { $minimum } 到 { $maximum } 个许可证；当前 { $today } 个
licenses-fewer = 少于当前的 { $today } 个许可证
licenses-assigned = 已分配给用户：{ $assigned }
services-gained = 增加的服务
services-lost = 减少的服务

## Recorded upgrade and tasks

recorded-title = 升级已记录
recorded-summary = { $customer }：{ $from } → { $to }，{ $licenses } 个许可证
recorded-when = 记录于 { $at }，规则集：{ $rules }
recorded-tasks = 待完成的任务
recorded-offline = 升级已记录在此客户库中。完成以下任务后，升级才会真正生效。
copy-tasks = 复制列表
task-done = 已完成
task-open = 未完成
task-submit = 在合作伙伴中心提交升级
task-enter-id = 在此输入新订阅的 ID
task-reassign = 重新分配用户许可证
task-check-old = 确认旧订阅已停用
task-cancel-leftovers = 取消不再需要的订阅
task-tell-customer = 通知客户
task-help-submit = 在由世纪互联运营的合作伙伴中心：客户 → { $customer } → 订阅 { $source } → 立即升级 → { $offer }，{ $licenses } 个许可证 → 提交
task-help-enter-id = 合作伙伴中心会为新订阅显示其正式 ID。在输入该 ID 之前，此处的 ID 是临时的。
task-help-reassign = 在由世纪互联运营的 Office 365 管理中心：用户 → 活动用户。在世纪互联，合作伙伴不能管理用户的许可证，因此由客户为每个用户分配新许可证：{ $offer }。
task-help-check-old = 在由世纪互联运营的 Office 365 管理中心：计费 → 订阅。旧订阅（{ $source }）不得再处于活动状态。
task-help-cancel-leftovers = 在由世纪互联运营的 Office 365 管理中心：取消因新产品而不再需要的加载项和试用订阅。
task-help-tell-customer = 告知客户（{ $customer }）有哪些变化、从何时开始，以及由谁分配许可证。
real-id-what = 请输入合作伙伴中心为新订阅显示的订阅 ID：{ $offer }。
real-id-now = 当前临时 ID：{ $id }
real-id-empty = 请输入合作伙伴中心显示的 ID
real-id-not-guid = 合作伙伴中心的 ID 形如 8f3c2a1e-0b5d-4c6f-9a7e-1d2c3b4a5f60，请确认此 ID 是否完整
real-id-not-provisional = 此升级已有合作伙伴中心的正式 ID
real-id-taken = “{ $id }”是此客户另一个订阅的 ID

## Changing licenses, suspending, reactivating, cancelling

licenses-title = 更改许可证数量
recorded-here = 更改只记录在本程序中，请同时在合作伙伴中心进行更改。
action-change-licenses = 更改许可证数量
action-suspend = 暂停
action-reactivate = 重新激活
action-cancel = 取消订阅
keep-subscription = 保留订阅
action-suspend-what = 订阅将变为已暂停：用户无法登录，管理员仍可登录。如果 60 天内没有重新激活，将删除所有数据。
action-reactivate-what = 订阅将恢复为活动状态。
action-cancel-what = 订阅将变为已删除。已删除的订阅无法重新激活。
action-add-ons = 其 { $count } 个加载项将一并处理：{ $records }
refused-no-such-subscription = 订阅 { $id } 已不存在
refused-not-sold-by-you = 只有由您销售的订阅才能这样更改。销售方：{ $channel }
refused-wrong-status = 状态为“{ $status }”时无法执行此操作
refused-parent-not-active = 基础订阅未处于活动状态（状态为“{ $status }”）时，加载项也不能处于活动状态。请先重新激活基础订阅。
refused-id-taken = 自动生成的 ID 已被使用。请再提交一次。
quantity-below-minimum = 至少需要 { $minimum } 个许可证，{ $asked } 个太少
quantity-above-maximum = 最多允许 { $maximum } 个许可证，{ $asked } 个太多
quantity-below-assigned = 已有 { $assigned } 个许可证分配给用户；要减少到 { $asked } 个，请先取消分配其中一部分
quantity-suspended = 不能更改已暂停订阅的数量
quantity-deleted = 不能更改已删除订阅的数量
quantity-not-active = 状态为“{ $status }”时不能更改数量
quantity-unchanged = 许可证数量已经是 { $quantity } 个

## Deleting

delete-customer-what = 将删除客户“{ $customer }”，连同其 { $count } 个订阅及为它们记录的升级。
delete-subscription-what = 将删除此订阅的记录及为其记录的升级：{ $offer }，{ $id }。要取消订阅本身，请使用“取消订阅”。
delete-undo = 使用“编辑 → 撤消”可以恢复。

## Your account, rule sets

account-title = 您的帐户
account-hint = 合作伙伴中心的条件中，有两条取决于您的角色和帐户状况。
rules-label = 规则
rules-page = 升级页面
rules-partner-center = 合作伙伴中心
rules-page-hint = 仅包括 Microsoft 升级页面上的四个条件及其升级表
rules-partner-center-hint = 页面上的条件，以及合作伙伴中心在此之外的检查

## Offers window

offers-title = 产品/服务
offers-hint = 中国的产品列表需要登录才能查看；此处是已收录的 Microsoft 美国数据。请更改与您的情况不符的内容：更改只对此客户库有效。
offers-own = 您已为此客户库更改
offers-save = 保存到此客户库
offers-restore = 还原为产品目录的值
offers-services-known = 已知包含哪些服务
offers-services-unknown-hint = 只要服务未知，对于持有此产品的客户，升级结论就保持未知。
offers-services-others = 所有服务计划（使用 Microsoft 的 ID）

## Files

file-sample = 示例客户库
file-untitled = 未命名的客户库
file-stored = 所有更改均已保存
file-stored-hint = 文件包含所有更改
file-waiting-hint = { $changes } 项更改已安全写入磁盘上的日志；稍后将写入文件
file-storing = 正在保存…
file-storing-hint = 正在写入磁盘
file-behind = { $changes ->
        [0] 文件未更新：{ $reason }
       *[other] 日志中有 { $changes } 项更改，文件未更新：{ $reason }
    }
file-behind-hint = 所有更改均已安全写入磁盘上的日志，下次启动时仍在
file-read-only = 只读
file-read-only-hint = 可以查看、搜索和导出，但不能更改任何内容
file-kept = 保存在程序的文件夹中，尚未存为您自己的文件
file-kept-hint = 所有更改均已安全写入磁盘。使用“文件 → 另存为…”可将客户库存为您自己的文件。
file-blank = 尚无需要保存的内容
file-blank-hint = 一有更改，就会立即保存
file-beside-hint = 无法写入程序自身的文件夹，因此日志存放在文件旁边的 .upgrade-desk 文件夹中
behind-full = 磁盘空间不足
behind-failed = 无法写入文件
behind-outside = 文件已在外部被更改
behind-gone = 文件已不存在
status-frames = 本帧 { $last } 毫秒 · 99% 不超过 { $p99 } 毫秒 · 最长 { $worst } 毫秒，共 { $count } 帧
status-working = 正在判断…
status-counts = { $customers } 个客户 · { $subscriptions } 个订阅 · { $eligible } 个可升级
status-waiting = 正在等待对话框：{ $purpose }
status-stop-waiting = 停止等待
status-type-path = 改为输入路径
banner-sample = 这是内置示例的副本。可以随意尝试，不会影响任何真实数据。
banner-sample-new = 新建客户库
banner-sample-open = 打开客户库…
banner-newer-file = 此文件由较新版本的程序创建。为避免丢失内容，已以只读方式打开。
banner-newer-journal = 其日志由较新版本的程序写入。为避免丢失内容，已以只读方式打开。
banner-in-use = 已在另一个窗口中打开，因此在这里只能查看
banner-backup = 这是备份，只能查看；可以更改它的副本。
banner-damaged = 从损坏的文件中可以读取的内容：{ $customers } 个客户。文件本身未改动。
banner-recovered = 已恢复上次保存之后的 { $changes } 项更改
banner-recovered-show = { $changes ->
       *[other] 查看这些更改
    }
banner-recovered-undo = { $changes ->
       *[other] 撤消这些更改
    }
banner-full = { $changes ->
        [0] 磁盘空间不足。没有丢失任何内容；客户库文件与上次保存时相同。
       *[other] 磁盘空间不足。您的 { $changes } 项更改已保留在日志中；客户库文件与上次保存时相同。
    }
banner-failed = { $changes ->
        [0] 没有丢失任何内容，但客户库文件未能更新：{ $reason }
       *[other] 您的 { $changes } 项更改已保留在日志中，但尚未写入客户库文件：{ $reason }
    }
banner-versions = 在您打开期间，文件在外部被更改；两个版本都已安全保留
banner-versions-shown = 此文件不是您最近更改时所用的文件；两个版本都已安全保留。在您作出选择之前，不能更改任何内容。
banner-versions-show = 查看差异
banner-gone = 您的版本已安全保留在日志中，但文件已不存在
banner-gone-show = 查看处理办法
banner-copies = { $count ->
        [1] 此处还有 { $count } 个文件是此客户库的其他版本：{ $file }
       *[other] 此处还有 { $count } 个文件是此客户库的其他版本，其中第一个：{ $file }
    }
banner-copies-show = 查看差异
banner-more = 显示全文
banner-less = 收起
save-elsewhere = 保存到其他位置…
try-again = 重试
restore-copy = 还原为副本
purpose-open = 打开客户库
purpose-save-as = 客户库另存为
purpose-compare = 与客户库比较
purpose-import = 导入文件
purpose-export = 导出客户库
purpose-history = 历史记录导出为
format-ron = 客户库（RON）
format-rest = 合作伙伴中心的 REST 返回结果（JSON）
format-json = 客户库（JSON）
format-csv = 订阅表（CSV）
format-xlsx = 订阅表（Excel）
format-mapped = 自定义列的表格
format-customers = 合作伙伴中心的客户列表
format-subscriptions = 合作伙伴中心的单个客户订阅列表
format-reconciliation = 基于许可证的对帐文件
format-bam-customers = 批量迁移工具的客户列表
format-bam-subscriptions = 批量迁移工具的订阅列表
filter-importable = 可导入的文件
filter-all = 所有文件
path-hint = 请输入文件的完整路径
path-name = 文件路径
path-confirm = 继续
overwrite-title = 文件已存在
overwrite-what = “{ $file }”已存在。要替换它吗？
overwrite-confirm = 替换
dropped-title = 已拖入一个文件
dropped-what = 要如何处理“{ $file }”？
dropped-open = 打开
dropped-import = 导入到此客户库
unsaved-untitled-title = 此客户库还没有自己的文件
unsaved-untitled = 在您将其另存为文件之前，它一直保存在程序的文件夹中。
unsaved-keep = 关闭并保留
unsaved-discard = 放弃
unsaved-stuck-title = 文件未包含您的全部更改
unsaved-stuck = 您的 { $changes } 项更改已保留在日志中，下次启动时仍在。这些更改尚未写入客户库文件：{ $reason }。
unsaved-go-on = 仍然继续
import-title = 导入
import-waiting = 等待前面的文件读取完毕
import-reading = 正在读取，{ $share }
import-hint = 不会删除任何内容。使用“编辑 → 撤消”可撤消整次导入。
import-nothing-taken = 不会有任何更改
import-confirm = { $count ->
        [0] 导入
       *[other] 导入 { $count } 条记录
    }
import-kind = { $kind } { $count }
import-new = 新增
import-changed = 有更改
import-unchanged = 无更改
import-left-out = 略过
import-not-taken = 不导入
import-conflict = 冲突
import-real-self = 新 ID
import-not-in-file = 文件中没有
import-take = 导入 { $record }
import-take-all = 全选
import-take-none = 全不选
import-take-theirs = 采用文件的值
import-keep-ours = 保留您的值
import-on-its-own = 这是另一个订阅
import-as-real-self = 这就是已记录的订阅
import-real-self-of = 已记录升级的正式 ID，将替换 { $id }
import-proposed = 由您确认
import-conflict-values = { $field }：您的值 { $ours }，文件的值 { $theirs }，上次导入时 { $before }
import-guess-wrong = 识别有误？
import-guess-right = 完成
import-guessed = 自动识别：{ $guess }
import-format = 文件类型
import-encoding = 编码
import-separator = 分隔符
separator-comma = 逗号
separator-semicolon = 分号
separator-tab = 制表符
header-english = 英文标题行
header-french = 法文标题行
header-chinese = 中文标题行
import-customer = 客户
import-customer-search = 客户名称的一部分，或 Microsoft ID
import-asks-customer = 此文件属于哪个客户？
import-customer-by-id = 使用 Microsoft ID { $id }
import-subscription = 订阅
import-asks-subscription = 此返回结果属于哪个订阅？
import-subscription-use = 使用此 ID
import-choose-other = 重新选择
import-columns = 此表格的各列分别是什么？
import-columns-hint = 下次遇到标题行相同的文件时会沿用
import-columns-change = 重新指定各列
import-columns-use = 按此读取
import-columns-not-enough = 请至少指定客户的 Microsoft ID 或订阅 ID 所在的列
import-column-not-read = 不读取
import-column-reseller = 经销商
import-faults = { $count } 行无法读取，已略过
import-faults-show = 显示
import-faults-hide = 隐藏
import-faults-save = 保存以便更正…
import-notes-more = 还有 { $count } 条提示
import-notes-fewer = 收起提示
import-notes-hint = 文件中有而客户库没有对应字段的内容不会导入
purpose-faulty-rows = 保存有错误的行
likely-title = 根据文件，以下情况很可能属实：请勾选属实的项
likely-active = 文件最近一期计费的 { $count } 个订阅处于活动状态
likely-monthly = 按月收费的 { $count } 个订阅的计费周期为“按月”
likely-own-sale = { $count } 个订阅将记为由您销售，因为此类文件只列出合作伙伴自己的销售
likely-privileges-all = 我拥有这 { $count } 个客户的委派的管理权限
likely-privileges-these = 我拥有以下客户的委派的管理权限：
likely-ours = 费用的解读方式由本程序确定：最近一个账期是指最新一笔费用开始之前的 31 天，此后取消的不计；27 至 32 天按一个月计。
likely-account = 有两项条件取决于您在合作伙伴中心的身份，而任何文件中都没有这一信息。只需填写一次；以后可在“客户库”→“您的帐户”中更改。
left-out-duplicate = 文件中已有此记录
left-out-ambiguous = 此客户库中有两条记录使用此 ID
left-out-of-other = 在此处属于其他客户：{ $customer }
left-out-with-customer = 随其客户一并略过
left-out-no-customer = 不知道属于哪个客户
remark-kept-yours = 保留您的更改，因为文件的内容与上次相同：{ $fields }
remark-no-quantity = 文件中没有许可证数量：记为 0
remark-maybe-real-self = 可能是以下某个订阅的新 ID，但无法确定是哪一个：{ $ids }
remark-deleted-here = 您在上次导入后删除了此记录
note-offer-by-name = “{ $name }”已识别为：{ $offer }
note-offer-by-name-why = “{ $name }”已识别为：{ $offer }（{ $why }）
note-offer-not-found = 没有名为“{ $name }”的产品/服务：{ $times } 个订阅将不带产品/服务导入
note-as-read = { $field }：无法识别“{ $word }”，将按原文保留，共 { $times } 处
note-credentials-skipped = 文件中有 { $times } 处凭据（userCredentials），均未读取
note-not-taken = 没有对应字段，未导入：{ $what }（{ $times } 次）
note-more-pages = 文件包含 { $held } 条，并注明后续页中还有更多
note-offers-as-in-catalog = { $times } 个产品与内置产品目录相同，未导入
note-incomplete = 文件只包含 { $total } 条中的 { $held } 条：其余在返回结果的后续页中
fault-in-row = 第 { $line } 行：{ $why }
fault-in-column = 第 { $line } 行，{ $column }：{ $why }
fault-in-cell = 第 { $line } 行，{ $column }：{ $why }（{ $value }）
fault-missing = 为空，此处必须填写
fault-not-a-number = 不是整数
fault-not-a-date = 不是有效日期
fault-ambiguous-day = 日和月无法区分：请将年份写在最前面
fault-not-privileges = 未指明任何服务系列
fault-contradicts = 与第 { $line } 行中同一客户的内容不一致
fault-not-yes-or-no = 既不是“是”，也不是“否”
fault-cell-count = 有 { $cells } 个单元格，标题行有 { $header } 个
fault-not-text = 不是此编码的文本
fault-too-long = 过长
fault-no-customer = 不知道属于哪个客户
fault-no-subscription = 不知道属于哪个订阅

## A damaged, used or large file

damaged-title = 此文件已损坏
damaged-not-portfolio-title = 此文件不是客户库
damaged-what = { $file }：{ $wrong }
damaged-left = 文件保持原样
damaged-better-complete = 有一个 { $at } 的完整版本可用，包含 { $customers } 个客户
damaged-better-part = 有一个 { $at } 的版本可用，包含 { $customers } 个客户；此后记录的内容不全在其中
damaged-better-hint = 该版本将作为副本打开，位于损坏的文件旁边
damaged-nothing = 此处没有已知的早期版本
damaged-not-portfolio = 其中没有客户库的内容；其他类型的文件可通过“文件 → 导入…”导入
damaged-open-better = 打开该版本
damaged-readable = { $customers ->
        [0] 已无法读取其中的任何客户
       *[other] 仍可读取其中的 { $customers } 个客户
    }
damaged-show-readable = 查看可以读取的内容
damaged-details = 检查出的错误
in-use-title = 此客户库已在另一个窗口中打开
in-use-what = 已请求将该窗口切换到前台。在这里可以打开以下文件查看：{ $file }。
in-use-look = 以只读方式打开
large-title = 此文件很大
large-what = “{ $file }”的大小为 { $size }。读取可能需要较长时间，并占用大量内存。
large-open = 打开
size-bytes = { $size } 字节
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB

## Two versions

versions-title = 此客户库有两个版本
versions-what = { $changes ->
        [0] 两个版本都已安全保留。在您打开期间，文件在外部被更改。
       *[other] 两个版本都已安全保留。在您打开期间，文件在外部被更改，您的 { $changes } 项更改不在其中。
    }
versions-what-shown = { $changes ->
        [0] 两个版本都已安全保留。文件自保存后在本程序之外被编辑过。现在显示的是文件的版本。
       *[other] 两个版本都已安全保留。此文件不是您最近 { $changes } 项更改时所用的文件。现在显示的是文件的版本。
    }
versions-both-kept = 无论您如何选择，两个版本都会作为文件保留在客户库所在的文件夹中。
versions-gone = 您的版本已安全保留在日志中。文件已不存在。
versions-unreadable = 您的版本已安全保留在日志中。文件在外部被更改，无法读取：{ $reason }
versions-differences = 文件的版本会对您的版本作出的更改
versions-counts = { $new ->
        [0] 没有新增记录
       *[other] 新增 { $new } 条记录
    }，{ $changed ->
        [0] 没有更改
       *[other] 更改 { $changed } 条
    }
versions-same = 无：文件中的每条记录都与您的版本相同
versions-only-yours = 只有您的版本才有的内容未在此列出。“保留我的版本”和“合并”都会保留这些内容。
versions-keep-mine = 保留我的版本
versions-write-again = 重新写入
versions-take-theirs = 采用文件的版本
versions-merge = 合并
versions-merge-hint = 保留您的版本，然后像导入一样，显示文件的版本会带来哪些更改
versions-later = 稍后决定
versions-no-mine = 无法在此完整重建您的版本，因此它不能替换文件；其日志会保留

## Backups and findings

menu-backups = 备份…
menu-findings = 文件异常…
backups-title = 备份
backups-hint = 保留最近 10 个备份（每 10 分钟最多一个）、14 天内每天一个、12 个月内每月一个，以及最近一次正常打开时的备份，总计不超过 1 GiB。还原时会在客户库旁边写入副本，不替换任何文件。
backups-where = 备份位于 { $folder }
backups-reading = 正在查找备份…
backups-empty = 尚无备份
backups-empty-hint = 更改后首次更新文件时会创建第一个备份，内容是更新前的文件
backups-at = 日期和时间（UTC）
backups-size = 大小
backups-kind = 备份内容
backups-opened = 打开时的文件
backups-replaced = 被新文件替换的文件
backups-look = 查看内容
backups-compare = 比较
backups-compare-with = 将客户库与 { $at } 的备份进行比较
backups-look-at = 查看 { $at } 的备份内容
backups-restore-at = 将 { $at } 的备份还原为副本
findings-title = 文件异常
findings-hint = 文件中有 { $count } 处异常。程序没有因此更改任何内容。
findings-go = 转到
findings-go-to = 转到：{ $finding }
findings-none = 打开文件时未发现异常
findings-show-all = 显示全部

## What is odd in a file, or not known to this version: of the window and the command line
place-line = 第 { $line } 行第 { $column } 列
place-path = 第 { $line } 行第 { $column } 列，{ $field }
at-place = { $what }，位于{ $place }
odd-customer-twice = 客户 { $id } 出现两次，第一次位于{ $first }
odd-subscription-twice = 订阅 { $id } 出现两次，第一次位于{ $first }
odd-offer-twice = 产品 { $id } 出现两次，第一次位于{ $first }
odd-empty-id = ID 为空
odd-rules = 规则集“{ $id }”在此处未知
odd-quantity = 许可证数量为 { $quantity }
odd-assigned = 已分配的许可证数量为 { $assigned }
odd-no-parent = 客户没有加载项所属的订阅 { $id }
odd-own-parent = 订阅是其自身的基础订阅
odd-no-successor = 客户没有升级后的订阅 { $id }
odd-minimum = 最少许可证数 { $minimum } 大于最多许可证数 { $maximum }
odd-no-customer = 有客户 { $id } 的升级，但该客户不存在
odd-no-subscription = 有订阅 { $id } 的升级，但该订阅不存在
odd-answer = 有合作伙伴中心对订阅 { $subscription }（客户 { $customer }）的返回结果，但该订阅不存在
odd-second-answer = 合作伙伴中心对订阅 { $subscription } 的第二个返回结果
odd-journal = 此客户库的日志已损坏：缺少只记录在其后面各行中的更改
unfamiliar-field = 字段，位于{ $place }
unfamiliar-word = “{ $word }”，位于{ $place }
unfamiliar-format = 格式 { $format }，位于{ $place }

## History

history-title = 历史记录
history-undo = 撤消最近一次更改
history-empty = 尚无任何记录
history-empty-hint = 每项更改都会列在此处，包括更改前后的值
history-reading = 正在读取日志…
history-recovered = 仅显示已恢复的更改
history-show-all = 显示全部
history-search = 搜索历史记录
history-customer = 公司
history-kind = 类型
history-kind-all = 所有类型
history-when = 时间（UTC）
history-what = 操作
history-changes = 更改前后
history-became = { $what }：{ $old } → { $new }
history-more = { $first }（还有 { $more } 项）
history-row = { $at }：{ $deed }，{ $customer }。{ $changes }
history-export = 导出…
happened-did = 执行
happened-undid = 撤消
happened-redid = 重做
history-new = 新增：{ $record }
history-gone = 删除：{ $record }
deed-add-customer = 添加客户
deed-edit-customer = 编辑客户
deed-delete-customer = 删除客户
deed-add-subscription = 添加订阅
deed-edit-subscription = 编辑订阅
deed-delete-subscription = 删除订阅
deed-change-licenses = 更改许可证数量
deed-suspend = 暂停
deed-reactivate = 重新激活
deed-cancel = 取消订阅
deed-upgrade = 升级
deed-enter-id = 输入订阅 ID
deed-tick-task = 勾选任务
deed-edit-tags = 编辑多个客户的标签
deed-edit-delegated-admin = 编辑多个客户的委派权限
deed-edit-customers = 编辑多个客户
deed-edit-channel = 编辑多个订阅的销售方
deed-edit-partner = 编辑您的帐户
deed-switch-rules = 切换规则集
deed-edit-offer = 更改产品
deed-restore-offer = 还原产品
deed-import = 导入
deed-take-back-recovered = 撤消已恢复的更改
deed-tags-of = { $count } 个客户的标签
deed-delegated-admin-of = { $count } 个客户的委派的管理权限
deed-customers-of = { $count } 个客户的标签和委派的管理权限
deed-channel-of = { $count } 个订阅的销售方

## Notices

notice-opened = 已打开 { $file }：{ $customers } 个客户
notice-opened-with-findings = { $count ->
        [1] 已打开 { $file }；其中有 { $count } 处异常：{ $first }
       *[other] 已打开 { $file }；其中有 { $count } 处异常，第一处：{ $first }
    }
notice-opened-unsealed = 已打开 { $file }：{ $customers } 个客户。此文件还没有结束标记，因此即使损坏也无法察觉；首次更改时会加上结束标记。
notice-opened-edited-outside = “{ $file }”在本程序之外被编辑过：其结束标记不符。请检查内容是否都正确；备份位于“文件”菜单中。
notice-backup-opened = 备份，仅供查看：{ $customers } 个客户
notice-open-on-share = 此客户库已标记为在其他位置打开：{ $who }。两处所做的更改以后需要合并。
notice-kept-beside = 无法写入程序自身的文件夹，因此此客户库的日志存放在文件旁边的 .upgrade-desk 文件夹中。请勿让同步客户端处理该文件夹。
notice-outside-kept = 文件曾被他人更改。对方的版本已保留为 { $file }。
notice-theirs-taken = 已采用文件的版本。您的版本已保留为 { $file }。
notice-theirs-taken-alone = 已采用文件的版本。无法完整重建您的版本；其日志会在程序的文件夹中保留 30 天。
notice-opened-replaced = “{ $file }”与本程序上次保存的不同：它已在外部被更改或替换。此前的内容可在“文件 → 备份…”中找到。
notice-restored = 已写入 { $file }。没有替换任何文件。
notice-asked-to-front = 此客户库已在此窗口中打开，无需再次打开
notice-decide-first = 没有更改任何内容：请先决定以哪个版本继续
notice-saved = 已保存 { $file }
notice-exported = 已导出 { $file }
notice-table-exported = 已导出 { $file }：客户和订阅；表格中无法包含合作伙伴信息、您更改的产品、已记录的升级和历史记录
notice-exported-in-part = 已导出 { $file }，但不包括打开的文件中此版本无法识别的内容
notice-imported = 已导入：新增 { $new } 条记录，更改 { $changed } 条
notice-nothing-to-import = “{ $file }”中没有可导入的新内容
notice-copied = 已复制
notice-did = 已记录：{ $deed }
notice-undid = 已撤消：{ $deed }
notice-redid = 已重做：{ $deed }
notice-nothing-to-undo = 没有可撤消的操作
notice-nothing-to-redo = 没有可重做的操作
notice-read-only = 此客户库以只读方式打开，因此没有更改任何内容
notice-form-problem = { $field }：{ $problem }
notice-too-many-subscriptions = 此客户现有 { $held } 个此产品的订阅（{ $offer }）；合作伙伴中心允许同时持有 { $limit } 个
notice-cancelled = 未选择文件
notice-opens-after-dialog = 文件已读取，关闭此对话框后即会打开
notice-leaves-after-dialog = 关闭此对话框后，将继续您要求的操作
notice-dialog-first = 请先关闭对话框，然后重新拖入文件
notice-stopped-waiting = 已停止等待对话框
notice-customer-gone = 该记录已不存在
failure-not-read = 无法读取文件：{ $detail }。没有更改任何内容。
failure-missing = 无法读取文件：{ $path } 处没有文件。没有更改任何内容。
failure-not-allowed = 无法读取文件：系统不允许读取。没有更改任何内容。（{ $path }）
failure-own-file = 这是此窗口中打开的文件，请选择其他名称。没有写入任何内容。（{ $path }）
failure-not-understood = 无法打开文件：{ $detail }。没有更改任何内容。（{ $path }）
failure-not-written = 您的客户库是安全的，但无法写入文件：{ $detail }。请选择其他位置或重试。
failure-not-journaled = 此更改未能保存，没有更改任何内容：{ $detail }。此前的所有内容都是安全的。请释放磁盘空间或检查文件夹，然后重试。
failure-may-come-back = 此更改未能保存：{ $detail }。也无法将其从日志中移除，因此下次打开文件时，它可能会作为已恢复的更改再次出现。此前的所有内容都是安全的。请释放磁盘空间或检查文件夹，然后重试。
failure-in-use = 该文件已在另一个窗口中打开，因此没有替换：{ $path }
failure-settings-not-kept = 无法保存程序设置：{ $detail }
failure-settings-not-read = 无法读取程序设置，原设置已另行保留：{ $detail }（{ $path }）

## Why a file could not be read or written

step-open = 无法打开文件
step-read = 无法读取文件
step-resolve = 找不到文件的位置
step-create = 无法在文件旁边创建临时文件
step-write = 无法写入文件
step-sync = 无法将文件安全写入磁盘
step-rename = 新文件无法替换旧文件
step-sync-folder = 无法将文件夹安全写入磁盘
step-folder = 无法创建日志的文件夹
step-lock = 无法锁定客户库以防其他窗口更改
step-journal = 无法将更改写入日志
system-missing = 没有此文件或文件夹
system-not-allowed = 您没有此权限
system-full = 磁盘空间不足
system-read-only = 该位置不能写入
system-folder = 这是一个文件夹
system-no-folder = 路径中有一部分不是文件夹
file-refused = { $what }：{ $said }：{ $path }
file-too-large = 文件超过 { $limit } 字节：{ $path }
file-changed-outside = 文件在外部被更改
load-empty = 文件为空：这是损坏的文件，不是新的客户库
load-too-large = 文件过大：{ $size } 字节，最多读取 { $limit } 字节
load-not-text = 文本不是有效的 { $encoding }，位于第 { $offset } 字节（{ $place }）
load-zeros = 应为文本的位置全是零字节，从第 { $offset } 字节开始（{ $place }）
load-unmarked = 文本似乎是没有字节顺序标记的 UTF-16；请另存为 UTF-8
load-newer = 此文件由较新版本的程序创建：其格式为 { $format }，此版本支持 { $known }，差异过大，无法显示
load-no-format = 没有格式 { $format }；第一个格式是 1
wrong-day = “{ $text }”不是有效日期；应为实际存在的日期，格式为 YYYY-MM-DD
wrong-time = “{ $text }”不是有效时间；应为 RFC 3339 格式，例如 2026-11-22T09:30:00Z
wrong-id = “{ $text }”不是客户库的 ID；应为 UUID
exchange-not-recognized = 文件不是任何可导入的格式
exchange-only-read = 此类文件只能读取，不能写入：{ $format }
exchange-only-written = 此类文件只能写入，不能读取：{ $format }
exchange-not-written = 无法生成文件：{ $said }
exchange-stopped = 操作已停止
exchange-temporary = 无法把工作表放入临时文件夹：{ $said }
exchange-rows = 共有 { $rows } 行，而此格式最多容纳 { $most } 行
exchange-long = 第 { $row } 行的 { $column } 有 { $characters } 个字符，而此格式的单元格最多容纳 { $most } 个
exchange-damaged = 文件已损坏，或不是它看上去的类型：{ $said }
exchange-not-read = 无法读取文件：{ $said }
most-bytes = 文件最多可有 { $most } 字节
most-inflated = 解压后最多可有 { $most } 字节
most-parts = 文件最多可有 { $most } 个部分
most-rows = 最多可有 { $most } 行
most-columns = 最多可有 { $most } 列
most-cells = 最多可有 { $most } 个单元格
most-texts = 最多可有 { $most } 个不同的文本
most-cell = 单个单元格最多可有 { $most } 字节
most-tag = 单个标签最多可有 { $most } 字节
most-styles = 最多可有 { $most } 个样式
catalog-damaged = 内置产品目录已损坏：{ $said }
file-at = { $said }：{ $path }
file-locked = 已在另一个窗口中打开，或另一条命令正在更改：{ $path }
own-fault-said = 程序发现自身的错误：{ $said }
own-fault-start-again = 程序发现自身的错误，请重新启动
report-no-customer = 客户库中没有客户 { $customer }
report-no-upgrade = 没有记录订阅 { $subscription } 的升级
system-taken = 已存在同名的文件或文件夹
system-not-a-file = 这不是普通文件
system-links = 路径中的链接没有尽头
system-too-large = 文件过大
system-busy = 另一个程序正在使用
system-name = 系统不接受此名称
system-not-reached = 无法访问网络位置
system-broken = 磁盘或其连接出现故障
parse-missing = 缺少字段“{ $field }”
parse-missing-of = { $of } 缺少字段“{ $field }”
parse-twice = 字段“{ $field }”出现了两次
parse-twice-of = { $of } 的字段“{ $field }”出现了两次
parse-ends = 文本提前结束
parse-expected = 此处应为{ $what }
parse-kind = 此处应为{ $expected }，实际为{ $found }
parse-not-one-of = 此处不认识“{ $found }”，应为{ $known }
parse-mark = “{ $mark }”
parse-or = 或
parse-unexpected = 此处不应出现“{ $letter }”
parse-length = 列表长度不正确：{ $found }
parse-range = 数字过大或过小
parse-number = 这不是数字的正确写法
parse-escape = 这不是文本中字符的正确写法
parse-comment = 注释没有结尾
parse-more = 结尾之后还有文本
parse-deep = 嵌套过深
parse-long = 一段文本有 { $length } 字节，过长；最多读取 { $most } 字节
kind-whole-number = 整数
kind-number = 数字
kind-text = 带引号的文本
kind-yes-or-no = “true”或“false”
kind-list = 列表
kind-record = 记录
kind-name = 名称
kind-nothing = 空
kind-value = 值
malformed-deep = 括号嵌套超过 64 层
malformed-ends = 文本在应有值的地方结束
malformed-colon = 名称后应有冒号
malformed-name = 此处应为名称
malformed-open-text = 文本没有在所在行结束
malformed-backslash = 反斜杠没有意义
malformed-value = 此处不是值
malformed-answer = 此处应以括号开始一个应答
malformed-record = 此处应为括号中的记录
malformed-word = 此处应为一个词
malformed-id = 此处应为 ID
malformed-text = 此处应为文本
malformed-reason = 此处应为带代码的原因

## Exporting rows and columns

table-title = 导出行和列
table-rows = 行
table-rows-all = 全部订阅：{ $count }
table-rows-filtered = 按当前搜索和筛选：{ $count }
table-rows-customer = { $customer } 的订阅：{ $count }
table-columns = 列
table-columns-all = 全选
table-columns-none = 全不选
table-verdicts = 结论和原因
table-hint = 标题行保持英文，以便程序和以后的导入能够识别
table-export = 导出…

## Comparing

compare-title = 比较
compare-since-file = 从 { $file } 到当前客户库的变化
compare-until-file = 从当前客户库到 { $file } 的变化
compare-swap = 调换方向
compare-under-way = 正在读取并比较…
compare-failed = 无法比较：{ $detail }。请选择一个客户库文件 (RON)。
compare-same = 两者内容相同
compare-partial = 文件或其日志中有未能识别的内容，因此可能还有其他差异
compare-verdicts = 结论变化
compare-gone = 已移除
compare-no-verdicts = 没有结论发生变化
compare-no-target = 不是目标产品
compare-not-asked = 未检查
compare-show = 查看
compare-history = 已记录的操作：新增 { $new } 项，移除 { $gone } 项

## About

about-title = 关于 Upgrade Desk
about-version = 版本 { $version }，MIT 许可证
about-what = 在由世纪互联运营的合作伙伴中心，客户的哪些订阅可以升级、可以升级到哪个产品；如果不能升级，原因是什么，有何解决办法。
about-sources = 数据来源
about-source-paths = 按页面表格的顺序。法语页面为机器翻译，把第一个来源产品称为“Office 365 entreprise”。
about-source-offers = 来自另一个国家/地区的应答。系列由我们划分：产品包含与升级有关的服务计划时按服务计划，否则按产品名称。
about-source-services = 仅限世纪互联提供的工作负载：产品下只列出与升级有关的服务计划。
about-source-names = 法语名称按法语页面对目标产品的写法；该页面译错产品名称时保留英语名称。中文名称按世纪互联运营的 Office 365 对产品的称呼。
about-source-aliases = 2020 年 4 月 21 日起的名称以公告为准。
about-sources-defaults = 中国的产品清单需要登录才能查看：以上均为默认值，每个客户库都可以自行更改。

## Reports

report-menu = HTML 报告…
purpose-report = 将报告另存为
writing-so-far = 正在写入 { $file }：{ $done }/{ $all } 个客户
writing-stops = 正在放弃 { $file }…
writing-stop = 停止写入
notice-report-written = 报告已写入：{ $file }
notice-opening-given-up = 未打开 { $file }
notice-writing-stopped = 未写入 { $file }
failure-report = 无法生成报告：{ $detail }
report-made-by = 由 Upgrade Desk { $version } 生成
report-internal = 仅供内部使用：其中列有客户名称。
report-named = { $offer }（{ $name }）
report-first-of = 此处列出 { $all } 项中的前 { $shown } 项。合计包括全部。
report-review-title = 升级概览
report-partner = 合作伙伴
report-partner-unnamed = 未记录
report-mpn = MPN ID { $id }
report-rules = 规则
report-rules-dated = { $rules }，最新来源日期 { $date }
report-as-of = 截至
report-customer = 客户
report-customers = 客户
report-subscription = 订阅
report-subscriptions = 订阅
report-licenses = 许可证
report-offer = 产品/服务
report-status = 状态
report-status-other = 其他状态
report-verdict = 结论
report-month = 月份
report-reason = 原因
report-seller = 销售方
report-target = 目标
report-targets = 可用升级
report-total = 合计
report-upgrade = 升级
report-upgrade-path = { $from } → { $to }，{ $licenses } 个许可证
report-recorded-on = 记录日期
report-open-tasks = 未完成的任务
report-verdicts-title = 哪些可以升级
report-verdicts-about = 按结论列出全部订阅。订阅的结论取其各目标中最好的一个。
report-opportunities-title = 升级机会
report-opportunities-about = 现在即可升级的订阅，许可证最多的在前
report-opportunities-none = 目前没有可以升级的订阅
report-blocked-title = 哪些因素阻碍升级
report-blocked-about = 有升级路径但目前都无法升级的订阅，按最接近的目标所遇到的第一个障碍分组
report-blocked-none = 没有任何因素阻碍升级
report-opens-about = 单独解决一项可以开放的升级：仅解决这一项、其他一概不变，再按同样的规则重新判断每个订阅。
report-fix = 解决办法
report-opened-subscriptions = 可开放的订阅
report-opened-licenses = 可开放的许可证
report-opened-alone = 仅此一项即可开放升级。
report-fix-active = 重新激活订阅
report-fix-delegated-admin = 客户授予您委派的管理权限
report-fix-conflicting-services = 客户取消包含其他服务的订阅
report-fix-target-held = 客户取消目标产品/服务的订阅
report-fix-add-ons = 取消加载项
report-fix-standing = 结清合作伙伴帐户
report-fix-role = 由具有其他角色的人员提交升级
report-fix-none = 在此无法解决
report-fix-question = 先查明未知的情况，然后才能判断
report-help = 有帮助的做法
report-suspended-title = 已暂停的订阅
report-suspended-about = 用户无法登录。暂停 { $days } 天后将删除所有数据，除非在此之前重新激活订阅。
report-suspended-none = 没有已暂停的订阅
report-suspended-on = 暂停日期
report-deleted-on = 数据删除日期
report-days-left = 剩余天数
report-tasks-title = 已记录升级的未完成任务
report-tasks-none = 没有未完成的任务
report-offers-title = 产品/服务
report-offers-about = 未删除且未过期的订阅，按产品/服务
report-offer-not-recorded = 未记录产品/服务
report-other-offers = 其他 { $count } 种产品/服务
report-statuses-title = 状态
report-statuses-about = 全部订阅，按状态
report-renewals-title = 按月续订
report-renewals-about = 未删除且未过期的订阅，按承诺期结束的月份
report-renewals-before = { $month } 之前
report-renewals-after = { $month } 之后
report-renewals-none = 未记录
customer-page-menu = 客户页面…
customer-page-language = 用通俗的文字说明 { $customer } 可以升级什么、哪些因素阻碍升级以及需要做什么。选择页面语言：
customer-page-title = 您的 Office 365 订阅：哪些可以升级
customer-page-to = 致：{ $customer }
customer-page-from = 来自：{ $partner }，{ $day }
customer-page-as-of = { $day }
customer-page-intro = 本页说明您的哪些订阅可以升级到包含更多服务的产品/服务，其余订阅有哪些障碍，以及您可以做些什么。
customer-page-licenses = { $licenses } 个许可证
customer-page-target = 升级到 { $target }
customer-page-target-adds = 升级到 { $target }，增加的服务：{ $services }
customer-page-yes-title = 可以升级的订阅
customer-page-yes-none = 目前没有可以升级的订阅。
customer-page-submit = 请告诉我们您需要哪项升级以及多少个许可证，由我们为您提交。
customer-page-no-title = 哪些因素阻碍升级
customer-page-record-from = { $offer }（购自 { $seller }）
customer-page-suspended = 该订阅已暂停：用户无法登录。
customer-page-suspended-until = 该订阅已暂停：用户无法登录。如果不在 { $day } 之前重新激活，其所有数据将在当天删除。
customer-page-pending = 订单仍在处理中。
customer-page-not-active = 该订阅不处于活动状态，其状态为：{ $status }
customer-page-no-privileges = 我们没有升级所需的委派的管理权限。
customer-page-conflict = 您已经拥有包含升级所增加服务的订阅：{ $records }
customer-page-held = 您已经拥有要升级到的产品/服务：{ $records }
customer-page-add-ons = 该订阅仍有加载项：{ $records }
customer-page-cycle = { $target } 不支持该订阅的计费周期：{ $cycle }
customer-page-not-ours = 该订阅不是从我们这里购买的，只有销售方才能升级。
customer-page-our-side = 我们需要先处理自己这边的事项，您无需为此做任何事。
customer-page-checking = 我们需要先核实情况，随后会与您联系。
customer-page-asks-records = 请告诉我们以下订阅的详细情况，以便判断它们是否阻碍升级：{ $records }
customer-page-asks-privileges = 我们还不清楚您是否已授予我们委派的管理权限，将进行核实。
customer-page-either-or = 为此需要取消 { $records }，而它本身也可以升级。请告诉我们您选择哪一个。
customer-page-cancelled-for-another = 为了升级另一个订阅，需要您取消此订阅。如果您更想升级此订阅，请告诉我们。
customer-page-do-title = 您需要做什么
customer-page-do-none = 您现在无需做任何事。
customer-page-do-tell = 完成后请告诉我们。我们会再次检查，没有其他障碍时提交升级。
customer-page-do-keep = 请告诉我们您要保留 { $record }，以便我们重新激活它。
customer-page-do-reactivate = 请在购买处重新激活 { $record }。
customer-page-do-privileges = 请授予我们委派的管理权限，方法见下文。
customer-page-do-allow = 请告诉我们可以取消 { $record }。
customer-page-do-cancel-at = 请在购买处 { $seller } 取消 { $record }。
customer-page-do-cancel-direct = 请在由世纪互联运营的 Office 365 管理中心取消 { $record }：“计费”→“订阅”。
customer-page-do-cancel = 请在购买处取消 { $record }。
customer-page-id = 订阅 ID：{ $id }
customer-page-grant-title = 如何授予委派的管理权限
customer-page-grant-link = 我们会向您发送一个链接：建立经销商关系的请求。
customer-page-grant-open = 打开链接，以您所在组织管理员的身份登录。
customer-page-grant-accept = 接受经销商关系以及委派的管理权限。
customer-page-progress-title = 正在进行的升级
customer-page-after-title = 升级之后
customer-page-after-note = 您可能需要使用由世纪互联运营的 Office 365 管理中心来完成与升级相关的某些任务：
customer-page-after-assign = 将新产品/服务的许可证分配给用户：“用户”→“活动用户”。
customer-page-after-check = 确认旧订阅不再处于活动状态：“计费”→“订阅”。
customer-page-after-cancel = 取消因新产品/服务而不再需要的加载项和试用。
evidence-menu = 升级凭证…
evidence-title = 升级凭证
evidence-rules = 判断依据
evidence-new-id = 新订阅 ID
evidence-provisional = 此处的临时 ID，待输入合作伙伴中心的 ID
evidence-comment = 备注
evidence-comment-none = 无
evidence-not-in-history = 客户档案的历史记录中没有此次升级的条目，因此无法显示升级前后的记录以及各项条件的结果。
evidence-records-title = 升级前后的记录
evidence-before = 升级前
evidence-after = 升级后
evidence-subscription-id = 订阅 ID
evidence-ledger-title = 当时判断的各项条件
evidence-ledger-about = 结果是随升级一起记录的。文字和来源取自本程序版本中相同 ID 的规则集。
evidence-condition = 条件
evidence-outcome = 结果
evidence-outcome-pass = 满足
evidence-outcome-fail = 不满足
evidence-outcome-not-known = 未知
evidence-source = 来源
evidence-tasks-title = 任务
evidence-task-state = 状态
evidence-hashes-title = 哈希值（SHA-256）
evidence-hash-how = 每个哈希值由其下方的文本计算，文本为 UTF-8 编码，末尾没有换行符。这些文本即为客户档案历史记录中该条目的内容，因此仅凭档案文件就可以重新得出。此处以编号显示的字符，在本凭证的 JSON 形式中保持原样。
evidence-hash-text = 文本
evidence-hash-line = 历史记录的整个条目
evidence-hash-portfolio = 整个客户档案
evidence-hash-portfolio-how = 每个哈希值是本程序版本所写出的档案文件（含结束标记）的哈希值：当时的文件副本会得出相同的值。它通过撤回与档案一同保存的更改而重新得出。
evidence-hash-out-of-reach = 与档案一同保存的更改未能追溯到此次升级，因此无法再计算升级前后整个档案的哈希值。

## Keys, palette, manual

palette-menu = 命令面板…
palette-title = 命令面板
palette-hint = 输入命令、客户或产品
palette-nothing = 没有此名称的内容
palette-customer = 客户
palette-offer = 产品
keys-menu = 快捷键
keys-title = 快捷键
keys-in-lists = 在列表中
keys-in-dialogs = 在对话框中
keys-arrows = 转到上一行或下一行
keys-ends = 转到第一行或最后一行
keys-pages = 向上或向下一页
keys-edge-width = 用 Tab 转到客户列表的边线后，移动该边线
keys-edge-height = 用 Tab 转到订阅列表的边线后，移动该边线
keys-pick = 选择更多行
keys-pick-click = 单击
keys-pick-click-what = 将一行或一个范围加入所选
keys-pick-one = 仅保留一行选中
keys-enter-list = 打开该行
keys-tab = 转到下一项，按住 Shift 则转到上一项
keys-menu-bar = 转到菜单，再按则返回
keys-menu-letter = 打开“文件”菜单，其他菜单用各自的字母
keys-copy = 复制选中的行
keys-letters = 字母
keys-letters-what = 转到名称以其开头的下一个客户
keys-enter-dialog = 执行对话框的操作
keys-escape = 关闭对话框，不做更改
key-up = 向上键
key-down = 向下键
key-left = 向左键
key-right = 向右键
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-enter = 回车键
key-escape = Esc
key-tab = Tab
key-plus = 加号
key-minus = 减号
key-equals = 等号
key-shift = Shift
manual-menu = 手册
manual-title = 手册
condition-why = 为什么？在手册中了解更多

## The command line

cli-named = { $what }（{ $name }）
cli-nicknamed = { $offer }“{ $name }”
cli-value = { $field }：{ $value }
cli-heading = 规则：{ $rules } · 截至 { $day }
cli-totals = 客户：{ $customers } · 订阅：{ $subscriptions }
cli-licenses = 许可证：{ $licenses }
cli-limits = { $minimum } 到 { $maximum } 个许可证
cli-deletion = 已暂停：所有数据将于 { $day } 删除，还有 { $left } 天
cli-deletion-past = 已暂停：所有数据应已于 { $day } 删除
cli-coded = 代码 { $code }：{ $reason }
cli-reason = { $condition }：{ $reason }
cli-reason-code = 代码 { $code }，{ $condition }：{ $reason }
cli-refused = 已拒绝，没有写入任何内容（客户 { $customer }）：
cli-reason-rest = { $reason }（REST { $code }）
cli-recorded = 已记录：{ $customer } · { $source }，从 { $from } 升级到 { $to }，{ $licenses } 个许可证，规则集 { $rules }
cli-would-be-recorded = 将会记录：{ $customer } · { $source }，从 { $from } 升级到 { $to }，{ $licenses } 个许可证，规则集 { $rules }
cli-dry-run = 没有写入任何内容：这只是试运行
cli-written = 已写入：{ $path }
cli-unchanged = 无需更改：{ $path }
cli-unknown-rules = 客户库指定的规则集“{ $named }”在此处未知；已按 { $used } 判断（可用 --rules 另选）
cli-judged-by = 判断所用规则集：{ $old } → { $new }
cli-too-many-records = 这将超过四百万条记录；请减少 --customers 或 --per-customer
cli-report-extension = 客户页面只能写为 .html，升级凭证只能写为 .html 或 .json
cli-reading = { $path }：已读取 { $percent }%
cli-read-as = { $path }：识别为：{ $what }
cli-likely = 很可能属实，请在窗口中确认：{ $what }
cli-asks-customer = 文件未说明属于哪个客户：--customer ID
cli-asks-subscription = 文件未说明属于哪个订阅：--subscription ID
cli-asks-columns = 文件未说明各列分别是什么：请先在窗口中导入一次，程序会记住您的设置
cli-fault = 已略过：{ $path }：{ $fault }
cli-more-faults = 已略过：还有 { $more } 行；可在窗口中查看这些行，并保存以便更正
cli-upgrade-of = { $source }（{ $at }，客户 { $customer }）
cli-subscription-of = { $subscription }（客户：{ $customer }）
cli-new = { $kind ->
        [customer] 新增客户 { $record }
        [offer] 新增产品 { $record }
        [upgrade] 新增升级 { $record }
        [answer] 新增返回结果 { $record }
       *[subscription] 新增订阅 { $record }
    }
cli-gone = { $kind ->
        [customer] 移除客户 { $record }
        [offer] 移除产品 { $record }
        [upgrade] 移除升级 { $record }
        [answer] 移除返回结果 { $record }
       *[subscription] 移除订阅 { $record }
    }
cli-changed = { $kind ->
        [customer] 更改客户 { $record }：{ $changes }
        [offer] 更改产品 { $record }：{ $changes }
        [upgrade] 更改升级 { $record }：{ $changes }
        [answer] 更改返回结果 { $record }：{ $changes }
       *[subscription] 更改订阅 { $record }：{ $changes }
    }
cli-changed-partner = 更改合作伙伴：{ $changes }
cli-conflict = { $kind ->
        [customer] 客户冲突 { $record }：{ $fields }
        [offer] 产品冲突 { $record }：{ $fields }
        [upgrade] 升级冲突 { $record }：{ $fields }
        [answer] 返回结果冲突 { $record }：{ $fields }
       *[subscription] 订阅冲突 { $record }：{ $fields }
    }
cli-real-self = 订阅 { $record } 就是已记录的订阅 { $provisional }
cli-real-self-changed = 订阅 { $record } 就是已记录的订阅 { $provisional }：{ $changes }
cli-not-in-file = { $kind ->
        [customer] 文件中没有：客户 { $record }
        [offer] 文件中没有：产品 { $record }
        [upgrade] 文件中没有：升级 { $record }
        [answer] 文件中没有：返回结果 { $record }
       *[subscription] 文件中没有：订阅 { $record }
    }
cli-left-out = { $kind ->
        [customer] 已略过：客户 { $record }：{ $reason }
        [offer] 已略过：产品 { $record }：{ $reason }
        [upgrade] 已略过：升级 { $record }：{ $reason }
        [answer] 已略过：返回结果 { $record }：{ $reason }
       *[subscription] 已略过：订阅 { $record }：{ $reason }
    }
cli-counts = { $kind ->
        [customer] 客户：新增 { $new }，更改 { $changed }，无更改 { $unchanged }，略过 { $left }
        [offer] 产品：新增 { $new }，更改 { $changed }，无更改 { $unchanged }，略过 { $left }
        [upgrade] 升级：新增 { $new }，更改 { $changed }，无更改 { $unchanged }，略过 { $left }
        [answer] 返回结果：新增 { $new }，更改 { $changed }，无更改 { $unchanged }，略过 { $left }
       *[subscription] 订阅：新增 { $new }，更改 { $changed }，无更改 { $unchanged }，略过 { $left }
    }
cli-counts-rare = { $counts }，冲突 { $conflicts }，改用正式 ID { $real }，文件中没有 { $absent }
cli-verdict-of = 结论变化：{ $record }：{ $old } → { $new }
cli-recovered = 包括日志中尚未写入文件的 { $changes } 项更改：{ $path }
cli-without-journal = 不包括您的 { $changes } 项更改，这些更改是在文件的另一个版本上进行的；请在窗口中打开并选择：{ $path }
cli-newer-journal = 不包括较新版本的程序在其日志中记录的更改：{ $path }
cli-damaged-journal = 日志已损坏：缺少只记录在其后面各行中的更改：{ $path }
cli-edited-outside = 在本程序之外被编辑过：结束标记不符，文件 { $path }
cli-replaced = 与本程序上次保存的不同：已在外部被更改或替换：{ $path }
cli-open-on-share = 已标记为在其他位置打开（{ $who }）：{ $path }
cli-another-version = 旁边有此客户库的另一个版本：{ $path }
cli-read-only = 只读：此版本无法识别其中的全部内容，文件 { $path }
cli-left-behind = 已略过：此版本无法识别的内容，文件 { $path }
cli-and-more = 还有 { $more } 项
cli-not-exported = 已略过：表格只包含客户和订阅，不包含：{ $parts }；.ron 和 .json 包含全部内容：{ $path }
cli-part-partner = 合作伙伴信息
cli-part-offers = 您更改的产品
cli-part-upgrades = 已记录的升级
cli-part-history = 历史记录
cli-part-answers = 合作伙伴中心的返回结果
cli-odd = 异常：{ $fact }，位于{ $place }，文件 { $path }
cli-odd-more = 异常：还有 { $more } 项，文件 { $path }；窗口中会列出全部
cli-in = 文件 { $path }
cli-of-file = { $what }：{ $path }
cli-no-report-of-customer =
    客户库中没有客户 { $customer }
    没有写入任何内容。--customer 的值应为 Microsoft ID。
cli-no-report-of-upgrade =
    没有记录订阅 { $subscription } 的升级
    没有写入任何内容。--upgrade 的值应为已升级订阅的 ID，或取代它的订阅的 ID。
cli-in-use =
    已在另一个窗口中打开，或另一个命令正在更改它：{ $path }
    没有更改任何内容。请在该处关闭，或稍后重试。
cli-two-versions =
    文件在外部被更改，而您的 { $changes } 项更改尚未写入其中：{ $path }
    两个版本都已安全保留，没有更改任何内容。请在窗口中打开，并从中选择。
cli-appeared =
    在此期间已有同名文件创建：{ $path }
    该文件保持原样，没有更改任何内容。请重试以导入其中。
cli-no-format =
    此名称不对应任何可写入的格式：{ $path }
    可用的扩展名：{ $extensions }。
cli-no-subscription =
    没有 ID 为 { $subscription } 的订阅，文件 { $path }
    `upgrade-desk check` 会列出所有订阅。
cli-several-subscriptions =
    有多个订阅的 ID 为 { $subscription }，文件 { $path }
    请先删除或重命名有误的订阅。
cli-onto-itself =
    客户库不能导出到其自身：{ $path }
    请为 --to 选择其他名称。
cli-no-columns =
    这是一个表格，尚未指定各列分别是什么：{ $path }
    请先在窗口中导入一次；您指定的各列会被记住，并用于标题行相同的所有表格。
cli-no-output = 无法写出结果：{ $said }
cli-advice-may-come-back = 此更改未能保存，但也无法将其从日志中移除：下次打开客户库时，它可能仍在其中。重试之前，请用 `upgrade-desk check` 查看。
cli-advice-not-kept = 此更改未能保存，没有更改任何内容。请释放磁盘空间或检查文件夹，然后重试。
cli-advice-taken-back-outside = 此更改已撤回，因此没有更改任何内容。请重试：更改将应用于文件的当前内容。
cli-advice-taken-back = 此更改已撤回，因此没有更改任何内容。请释放磁盘空间或检查文件夹，然后重试。
cli-advice-in-journal = 此更改已安全保留在日志中，下次打开文件时会写入。请释放磁盘空间或检查文件夹，然后重新打开。
cli-advice-not-known = 此更改本应撤回，但撤回也失败了：下次打开客户库时，它可能仍在其中。重试之前，请用 `upgrade-desk check` 查看。
cli-advice-read-only = 保存会丢失这些内容，因此文件可以读取，但不能更改。请使用较新版本的程序。
cli-advice-fault = 这是程序自身的错误；没有写入任何内容。请连同文件一起报告此问题。
cli-advice-readable = 可以读取的文件：{ $extensions }。
cli-advice-formats = 可以读取的格式：{ $read }；可以写入的格式：{ $written }。
cli-not-said = 已记录，但无法输出结果：{ $said }
cli-advice-stopped = 未写入任何内容。
cli-advice-temporary = 请在临时文件夹中腾出空间，或用变量 TMPDIR 指定另一个文件夹，或导出为不需要它的 .csv。
cli-advice-rows = 请导出为 .csv，它的行数没有限制。
cli-advice-long = 没有截断，也没有写入任何内容。请缩短该文本，或导出为 .csv，它可以容纳全部文本。
cli-advice-split = 请将表格拆分为较小的文件，并逐个导入。
cli-advice-whole = 请检查文件是否完整、能否读取，然后重试。
cli-advice-size = 客户库通常较小；这是正确的文件吗？
cli-advice-path = 请检查路径是否正确，以及您是否有权访问。
cli-advice-right-file = 这是正确的文件吗？如果是，请改用它的副本。
cli-advice-text = 客户库是 UTF-8 文本。这是正确的文件吗？如果是，请改用它的副本。
cli-advice-newer = 请使用较新版本的程序。
cli-advice-format = 请更正文件中的格式，或改用它的副本。
cli-advice-ron = 这是 RON 格式的客户库吗？其他文件可通过 `upgrade-desk import` 导入。如果是，请更正该处，或改用副本。
cli-advice-places = 请更正文件中的这些地方，或改用它的副本。

## The command line: help and wrong usage

usage-about =
    哪些 Office 365 订阅可以升级，可以升级到什么；如果不能，原因是什么

    不带命令时打开窗口。退出状态：0 已完成，1 已拒绝（不写入任何内容），2 用法错误。
usage-check = 说明每个订阅可以升级到什么，并列出所有原因
usage-upgrade = 在规则允许时记录一次升级
usage-import = 将文件读入客户库，并说明有哪些更改
usage-export = 将客户库以新的 ID 写入另一个文件，或生成其报告
usage-diff = 说明两个客户库之间有哪些更改
usage-generate = 虚构一个供试用的客户库；相同的参数得到相同的字节
usage-help = 显示此帮助，或某个命令的帮助
usage-open = 要在窗口中打开的客户库；未指定时打开上次的客户库
usage-lang =
    窗口、报告和命令消息的语言：en、fr 或 zh-CN

    未指定时，命令使用英文。`check` 和 `export` 供程序读取的内容（JSON、CSV、工作簿）在各种语言中都相同。
usage-renderer = 窗口的绘制方式
usage-renderer-glow = OpenGL
usage-renderer-wgpu = 系统自带：Direct3D 或 Metal
usage-file = 客户库
usage-rules = 判断所用的规则集，代替客户库自己的规则集：page 或 partner-center
usage-check-as-of = 结论的日期；未指定时为今天（UTC）
usage-check-format = 供人阅读，或供程序读取
usage-upgrade-subscription = 要升级的订阅
usage-upgrade-to = 要升级到的产品
usage-upgrade-licenses = 新订阅的许可证数
usage-upgrade-dry-run = 说明会记录什么，不写入任何内容
usage-import-from = 要读取的文件
usage-import-into = 接收这些文件的客户库；不存在时会创建
usage-import-customer = 文件所属的客户，在文件本身未说明时使用
usage-import-subscription = 文件所属的订阅，在文件本身未说明时使用
usage-import-dry-run = 说明会有哪些更改，不写入任何内容
usage-export-to = 要写入的文件；由扩展名决定格式，.html 是使用 --lang 所指定语言的报告
usage-export-customer = 此客户的页面，代替客户库的概览（.html）
usage-export-upgrade = 此订阅已记录升级的凭证（.html 或 .json）
usage-export-as-of = 报告的日期；未指定时为今天（UTC）
usage-diff-old = 更改前的客户库
usage-diff-new = 更改后的客户库
usage-generate-customers = 客户数
usage-generate-per-customer = 每个客户的平均订阅数
usage-generate-seed = 选用哪一个虚构的客户库
usage-generate-to = 要写入的文件
usage-help-flag = 显示帮助（使用 --help 查看详细内容）
usage-help-flag-long = 显示帮助（使用 -h 查看摘要）
usage-version-flag = 显示版本
usage-heading = 用法：
usage-commands = 命令：
usage-arguments = 参数：
usage-options = 选项：
usage-word-options = 选项
usage-word-command = 命令
usage-default = [默认值：{ $value }]
usage-possible = [可用的值：{ $values }]
usage-values = 可用的值：
usage-error = 错误：{ $what }
usage-more = 如需更多信息，请使用 --help
usage-no-option = 此处没有选项 { $option }
usage-one-too-many = 多了一个参数：“{ $argument }”
usage-no-command = 没有命令“{ $command }”
usage-no-file-or-command = 没有名为“{ $name }”的文件或命令
usage-file-with-command = 指定要打开的文件时，不能同时使用命令
usage-command-missing = 缺少命令
usage-missing = 缺少参数：{ $arguments }
usage-no-value = { $argument } 之后缺少值
usage-wrong-value = “{ $value }”不是 { $argument } 的可用值
usage-wrong-value-because = “{ $value }”不是 { $argument } 的可用值：{ $reason }
usage-too-many-values = 值“{ $value }”对 { $argument } 来说是多余的
usage-conflict = { $argument } 不能与 { $other } 同时使用
usage-twice = { $argument } 只能指定一次
usage-not-unicode = 有一个参数不是有效的 UTF-8
usage-not-understood = 无法识别这些参数
usage-no-rule-set = 没有此 ID 的规则集；可用的有：{ $ids }
usage-no-language = 没有此语言的文本；可用的有：{ $tags }
usage-no-day = 应为实际存在的日期，格式为 YYYY-MM-DD
usage-no-number = 应为用数字表示的整数
usage-number-too-large = 数字过大
usage-did-you-mean = 您是否要使用“{ $similar }”？
usage-as-value = 如需将“{ $argument }”用作值，请在其前面加上 --
