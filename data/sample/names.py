"""Words that the sample's names are made of. All companies and people are invented."""

STEMS = (
    ("Jade River", "玉河"), ("Silver Lake", "银湖"), ("Red Maple", "红枫"), ("Bluepeak", "蓝峰"),
    ("Golden Bridge", "金桥"), ("Morning Star", "晨星"), ("Southgate", "南门"),
    ("Clearwater", "清泉"), ("Stonefield", "石原"), ("Bright Harvest", "丰禾"),
    ("Cedar Hill", "雪松"), ("Long Meadow", "长甸"), ("Lotus Gate", "荷门"), ("Ironwood", "铁木"),
    ("Kingfisher", "翠鸟"), ("New Canton", "新粤"), ("Palm Coast", "棕岸"), ("Riverside", "滨江"),
    ("Swift Crane", "飞鹤"), ("Twin Pines", "双松"), ("Upland", "高原"),
    ("Violet Garden", "紫园"), ("White Sail", "白帆"), ("Amber Road", "琥珀"),
    ("Bamboo Grove", "竹林"), ("Crescent", "新月"), ("Deepwell", "深井"), ("East Tower", "东塔"),
    ("First Light", "初光"), ("Greenway", "绿道"), ("Highmount", "高山"), ("Inkstone", "砚台"),
    ("Juniper", "刺柏"), ("Lantern", "灯笼"), ("Marble Arch", "石拱"), ("North Quay", "北港"),
    ("Orchid Vale", "兰谷"), ("Pearl Delta", "明珠"), ("Quiet Bay", "静湾"),
    ("Rising Tide", "涨潮"), ("Sunstone", "日石"), ("Tea Horse", "茶马"), ("Union Mill", "联磨"),
    ("Vermilion", "朱砂"), ("Willow Creek", "柳溪"), ("Yellow Crane", "黄鹤"), ("Zenith", "顶点"),
    ("Autumn Field", "秋野"), ("Broad Sky", "长空"), ("Copper Bell", "铜铃"),
    ("Dragonfly", "蜻蜓"), ("Evenstar", "暮星"), ("Foxglove", "紫钟"), ("Grand Canal", "运河"),
    ("Heron", "苍鹭"), ("Island Light", "岛光"), ("Jasmine", "茉莉"), ("Keystone", "拱心"),
    ("Lakeshore", "湖滨"), ("Magnolia", "玉兰"), ("Nine Springs", "九泉源"),
    ("Old Harbor", "老港"), ("Plum Rain", "梅雨"), ("Quartz", "石英"), ("Rainbow", "彩虹"),
    ("Snow Lotus", "雪莲"), ("Three Gates", "三门"), ("Umber", "赭石"), ("Valley View", "望谷"),
    ("Westbank", "西岸"), ("Yarrow", "蓍草"), ("Azure", "碧空"), ("Beacon", "烽火"),
    ("Cloudgate", "云门"), ("Dawn River", "晓河"), ("Emberline", "余烬"), ("Ferry Point", "渡口"),
    ("Granite", "花岗"), ("Hillcrest", "山顶"), ("Ivory Coast", "象湾"), ("Kite", "纸鸢"),
    ("Linden", "椴树"), ("Moonrise", "月升"), ("Nightingale", "夜莺"), ("Opal", "蛋白石"),
    ("Peach Blossom", "桃源"), ("Red Cliff", "赤岩"), ("Seven Stars", "七星"),
    ("Tall Grass", "茂草"), ("Wild Goose", "鸿雁"),
)  # fmt: skip

INDUSTRIES = (
    ("Logistics 物流", (("Logistics", "物流"), ("Freight", "货运"))),
    ("Manufacturing 制造", (("Machinery", "机械"), ("Precision Parts", "精密"))),
    ("Retail 零售", (("Retail", "零售"), ("Department Stores", "百货"))),
    ("Health 医疗", (("Medical", "医疗"), ("Pharma", "药业"))),
    ("Finance 金融", (("Leasing", "租赁"), ("Insurance", "保险"))),
    ("Energy 能源", (("Energy", "能源"), ("Power", "电力"))),
    ("Hotels 酒店", (("Hotels", "酒店"), ("Travel", "旅行"))),
    ("Food 食品", (("Foods", "食品"), ("Dairy", "乳业"))),
    ("Education 教育", (("Education", "教育"), ("Publishing", "出版"))),
    ("Property 地产", (("Property", "置业"), ("Construction", "建设"))),
    ("Textiles 纺织", (("Textiles", "纺织"), ("Garments", "服饰"))),
    ("Media 传媒", (("Media", "传媒"), ("Games", "游戏"))),
)

CITIES = (
    "Suzhou 苏州", "Xiamen 厦门", "Chengdu 成都", "Wuhan 武汉", "Tianjin 天津", "Qingdao 青岛",
    "Nanjing 南京", "Dalian 大连", "Kunming 昆明", "Ningbo 宁波", "Foshan 佛山", "Changsha 长沙",
)  # fmt: skip

DEPARTMENTS = (
    "Finance Department 财务部",
    "Human Resources 人力资源部",
    "Sales Operations 销售运营部",
)

REGIONS = ("North 华北", "East 华东", "South 华南", "West 西部", "Overseas 海外")
REGIONAL_MANAGERS = (
    "Gao Ming 高明", "Helen Marsh", "Luo Jing 罗静", "Peng Tao 彭涛", "Daniel Okoro",
)  # fmt: skip

SURNAMES = (
    ("Chen", "陈"), ("Lin", "林"), ("Zhou", "周"), ("Wu", "吴"), ("Xu", "徐"), ("Sun", "孙"),
    ("Ma", "马"), ("Zhu", "朱"), ("Hu", "胡"), ("Guo", "郭"), ("He", "何"), ("Luo", "罗"),
    ("Liang", "梁"), ("Song", "宋"), ("Tang", "唐"), ("Han", "韩"), ("Feng", "冯"), ("Yu", "于"),
    ("Dong", "董"), ("Cheng", "程"), ("Cao", "曹"), ("Yuan", "袁"), ("Deng", "邓"), ("Xie", "谢"),
)  # fmt: skip
GIVEN_NAMES = (
    ("Wei", "伟"), ("Fang", "芳"), ("Min", "敏"), ("Jing", "静"), ("Lei", "磊"), ("Yan", "燕"),
    ("Qiang", "强"), ("Hui", "慧"), ("Peng", "鹏"), ("Ting", "婷"), ("Bo", "波"), ("Xin", "欣"),
    ("Hao", "浩"), ("Lan", "兰"), ("Jun", "军"), ("Yun", "云"), ("Kai", "凯"), ("Rui", "睿"),
    ("Ping", "萍"), ("Cheng", "诚"), ("Meng", "梦"), ("Tao", "涛"), ("Ying", "颖"), ("Zhe", "哲"),
    ("Shan", "珊"), ("Dong", "东"), ("Qi", "琪"), ("An", "安"), ("Nan", "楠"),
)  # fmt: skip
ENGLISH_NAMES = (
    "Emma Clarke", "Thomas Reed", "Sofia Lindqvist", "James Whitfield", "Priya Nair", "Owen Hughes",
    "Laura Bianchi", "Marcus Feld", "Grace Tan", "Victor Almeida", "Nora Jensen", "Samuel Adeyemi",
)  # fmt: skip


def company(number: int) -> tuple[str, str]:
    """Name and industry of the numbered company; all names differ for the first 28,080."""
    word_count = len(STEMS) * len(INDUSTRIES) * 2
    branch, key = divmod(number, word_count)
    stem = STEMS[(key * 7) % len(STEMS)]
    industry, words = INDUSTRIES[(key + key // len(STEMS)) % len(INDUSTRIES)]
    word = words[key // (word_count // 2)]
    name = f"{stem[0]} {word[0]} {stem[1]}{word[1]}"
    return (f"{name} ({CITIES[(branch - 1) % len(CITIES)]})" if branch else name), industry


def person(number: int) -> str:
    """A person's name; every sixth person has an English one."""
    if number % 6 == 5:
        return ENGLISH_NAMES[number // 6 % len(ENGLISH_NAMES)]
    surname = SURNAMES[(number * 5) % len(SURNAMES)]
    given = GIVEN_NAMES[(number * 11) % len(GIVEN_NAMES)]
    return f"{surname[0]} {given[0]} {surname[1]}{given[1]}"


def people(first: int, count: int) -> list[str]:
    """A team: `count` names, starting at a number."""
    return [person(number) for number in range(first, first + count)]
