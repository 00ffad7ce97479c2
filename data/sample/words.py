"""What people say and write in the sample, in English and Chinese. All of it is invented."""

from typing import NamedTuple

COMMENTS = {
    "glad": (
        "The engineer called back before we had finished writing the ticket.",
        "Best handover we have had from any supplier. Thank you.",
        "They warned us about the disk before it failed.",
        "Training was clear and our team works on its own now.",
        "You did more than the contract asked for.",
        "工程师非常专业，问题当天就解决了。",
        "提前发现了隐患，避免了停机，非常感谢。",
        "上线过程很顺利，培训也很到位。",
        "项目经理每周主动沟通，我们很放心。",
        "比我们期望的做得更好。",
    ),
    "content": (
        "Works as agreed.",
        "Good service, the reports could be shorter.",
        "No complaints this quarter.",
        "Solved in the end, we would have liked an update in between.",
        "Fine, but we expect a little more each year.",
        "服务基本符合预期。",
        "整体满意，希望报告更简洁一些。",
        "问题解决了，中间希望多通报进展。",
        "沟通顺畅，交付按时。",
        "我们的要求在提高，希望你们也跟上。",
    ),
    "unhappy": (
        "Again we had to ask for the date ourselves.",
        "We were promised an answer on Friday. It is Wednesday.",
        "Each time another person, each time we explain it again.",
        "The same fault came back after the update.",
        "Nobody told us that delivery would be late.",
        "承诺的时间又推迟了，没有人提前通知我们。",
        "每次都换人，每次都要重新解释。",
        "同样的故障反复出现。",
        "响应太慢，业务受到影响。",
        "升级之后系统不稳定，请尽快处理。",
    ),
}

CLIENT_ROLES = ("IT manager", "Head of operations", "Key user", "Finance director", "管理员")
TOUCHPOINTS = ("support", "delivery", "review meeting", "training", "renewal")
METHODS = ("questionnaire", "depth_interview", "focus_group", "secondary", "internal_interview")

MODULES = ("Warehouse", "Orders", "Reports", "Portal", "Network", "Storage", "Accounts", "Mobile")
TITLES = {
    "fault": (
        "{} does not open", "{} is very slow", "{} 数据不一致", "{} 无法登录", "{} stops at night",
    ),
    "requirement": (
        "New field in {}", "{} 增加导出功能", "Approval step for {}", "{} 权限调整", "Report in {}",
    ),
    "delivery": ("{} rollout", "{} 二期上线", "{} migration", "{} 扩容交付", "{} for a new site"),
}  # fmt: skip
KINDS = ("fault", "requirement", "delivery")
SEVERITIES = ("critical", "major", "minor")
ROOT_CAUSES = ("configuration", "defect", "capacity", "third party", "user error", "network")

CAUSES = (
    "technical", "quality", "product", "attitude", "expectation", "promise", "misunderstanding",
    "other",
)  # fmt: skip
CHANNELS = ("phone", "e-mail", "portal", "meeting", "WeChat 微信")
DESCRIPTIONS = {
    "technical": ("The system fails again and again.", "系统反复出错，影响业务。"),
    "quality": ("The delivered work is full of mistakes.", "交付质量差，错误很多。"),
    "product": ("A function that was sold is missing.", "缺少销售时承诺的功能。"),
    "attitude": ("Nobody felt responsible and we were sent round.", "互相推诿，没有人负责。"),
    "expectation": ("We expected an answer within the hour.", "我们期望一小时内得到答复。"),
    "promise": ("The promised date passed without a word.", "承诺的日期过了，没有任何说明。"),
    "misunderstanding": ("The contract was read differently.", "双方对合同条款理解不一致。"),
    "other": ("The invoice went to the wrong office.", "发票寄错了办公室。"),
}

PROMISED = (
    "Send the list of open points", "提交整改计划", "Name a second contact person",
    "提供月度运维报告", "Visit the site", "安排高层回访", "Check the backup plan", "完成用户培训",
)  # fmt: skip
NEXT_STEPS = (
    "Call the client and agree a date", "与客户确认交付日期", "Write up the lesson learned",
    "复盘故障原因", "Prepare the renewal talk", "安排项目经理拜访", "Check open promises",
)  # fmt: skip
SOURCES = ("meeting", "contract", "other")


class Event(NamedTuple):
    """Something drawn on trends: when, as the text of a date, and the words."""

    day: str
    label: str


EVENTS = (
    Event("2025-01-29", "Spring Festival 春节"),
    Event("2025-03-10", "Release 7.0 发布"),
    Event("2025-07-01", "New price list 新价格表"),
    Event("2025-10-13", "Release 7.5 发布"),
    Event("2026-02-17", "Spring Festival 春节"),
    Event("2026-04-06", "Second help desk opens 第二服务台启用"),
)
COMPETITORS = ("Northlake Systems 北湖系统", "Brightpath IT 明途科技")
