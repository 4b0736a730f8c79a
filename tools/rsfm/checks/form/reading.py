"""The rules that reading a file applies by itself: they live in ``source`` and ``store``, their explanations here."""

from __future__ import annotations

from rsfm.checks.rules import ERROR, WARNING, Topic, register

_Row = tuple[str, Topic, tuple[str, str], tuple[str, str]]
_FORM: tuple[_Row, ...] = (
    (
        "RA001",
        Topic.FORM,
        ("文件不超过 64 kB", "最长的真实条目只有它的三分之一；更大的文件不是条目。"),
        ("A file has at most 64 kB", "The longest real entry has a third of that; a larger file is no entry."),
    ),
    (
        "RA002",
        Topic.FORM,
        (
            "文件是 UTF-8 文字，没有控制字符",
            "其他编码会变成乱码：用编辑器另存为 UTF-8。控制字符看不见，有的还会被 YAML 当作换行。",
        ),
        (
            "A file is text in UTF-8",
            "Other encodings end up garbled: save the file as UTF-8. Control characters are invisible, and YAML takes some for line ends.",
        ),
    ),
    (
        "RA010",
        Topic.FORM,
        (
            "文件由“字段: 值”组成，YAML 语法正确",
            "常见原因：用制表符缩进、冒号后缺空格、引号不成对。空文件、一段文字或一个列表都不是条目；列表不能作字段名。",
        ),
        (
            "The YAML is well formed, and made of “field: value” lines",
            "Usual causes: tabs as indentation, a missing blank after a colon, an unpaired quote. An empty file, a text or a list is no entry, and neither a list nor a group can be a field's name.",
        ),
    ),
    (
        "RA012",
        Topic.FORM,
        (
            "只用 YAML 的基本写法",
            "别名 *x、锚点 &x、标签 !x、合并键 << 和以 % 开头的指令会改变值或把值藏在别处；以这些字符开头的文字要加引号。“---”会开始第二个文档；嵌套至多 12 层，条目只需要五层。",
        ),
        (
            "Plain YAML only",
            "Aliases *x, anchors &x, tags !x, merge keys << and lines that begin with % change or hide values; text that begins so needs quotes. “---” begins a second document; 12 levels of nesting are more than twice what an entry needs.",
        ),
    ),
    (
        "RA021",
        Topic.FORM,
        ("字段不重复", "YAML 读取器会不声不响地丢掉其中一个。"),
        ("No field is there twice", "YAML readers drop one of the two without a word."),
    ),
    (
        "RA022",
        Topic.FORM,
        ("文件像一个条目", "写法问题太多的文件不再读下去。"),
        ("A file resembles an entry", "One with too many faults of form is not read on."),
    ),
)
_FILES: tuple[_Row, ...] = (
    (
        "RA030",
        Topic.FILES,
        ("工具写的文件可以读取", "快照和确认日期由 rsfm fetch 写，不手工修改；删除后再运行一次。"),
        (
            "What a tool wrote can be read",
            "rsfm fetch writes snapshots and days of confirmation; delete a broken file and run it again.",
        ),
    ),
    (
        "RA031",
        Topic.FILES,
        ("papers/ 里只有可以打开的普通文件", "符号链接可以把机器上的任何文件放进站点；打不开多半是权限问题。"),
        (
            "papers/ holds regular files that can be opened",
            "A symbolic link could publish any file of the machine; one that cannot be opened mostly lacks permissions.",
        ),
    ),
    (
        "RA032",
        Topic.FILES,
        ("文件名是“条目名.yml”", "条目名也是网址的一部分：小写字母、数字和单个连字符。"),
        (
            "A file is called <paper_id>.yml",
            "The paper_id is a part of the address too: lower-case letters, digits, single hyphens.",
        ),
    ),
    (
        "RA041",
        Topic.FILES,
        (
            "要问的词和拒绝的论文写得清楚",
            "papers/_discovery.yml 的 ask 只写普通的词，rejected 用编号或标题指明论文，每篇一次：重复的记录可能给出不同的理由。",
        ),
        (
            "What is asked for and turned down is clear",
            "ask in _discovery.yml has plain words; rejected names papers by id or title, each once: two records could give two reasons.",
        ),
    ),
)
_FIELDS: tuple[_Row, ...] = (
    (
        "RA101",
        Topic.FIELDS,
        ("字段存在", "拼错的字段会被忽略，所以一律不接受；提示里有最接近的字段。"),
        ("A field exists", "A misspelt field would be ignored, so it is refused; the hint names the nearest one."),
    ),
    (
        "RA102",
        Topic.FIELDS,
        ("必填字段都在", "papers/_example.yml 标出了必填字段；结果必须有协议 how 和来源 source。"),
        ("Required fields are there", "_example.yml marks them; a result needs its protocol, how, and its source."),
    ),
    (
        "RA103",
        Topic.FIELDS,
        (
            "值的形状正确",
            "该写文字的地方写文字，该写一组字段的地方写一组字段。条目、变体、来源、评测基准、划分和词的名称会成为网址的一部分：小写字母、数字和单个连字符；条目名就是文件名去掉 .yml。",
        ),
        (
            "A value has the right shape",
            "Text where text belongs, a group where a group belongs. Names of entries, variants, sources, benchmarks, splits and terms become parts of addresses: lower-case letters, digits, single hyphens. An entry's is its file's without .yml.",
        ),
    ),
    (
        "RA104",
        Topic.FIELDS,
        ("值不是空的", "没有内容的可选字段应整行删去。"),
        ("A value is not empty", "An optional field without content is left out altogether."),
    ),
    (
        "RA105",
        Topic.FIELDS,
        ("取值在允许的范围内", "提示里列出允许的值或写法。"),
        ("A value is one of those allowed", "The hint lists them, or shows their form."),
    ),
    (
        "RA106",
        Topic.FIELDS,
        ("词在受控词表里", "词表在 papers/_taxonomy.yml；条目里写词的标识，不写中文名。"),
        ("A term is in the vocabulary", "_taxonomy.yml has the terms; entries name them by identifier, not by label."),
    ),
    (
        "RA107",
        Topic.FIELDS,
        (
            "日期和年份没有歧义",
            "年-月-日、年-月、四位数字（1990 至 2099）或一段年份 2016-2021，各字段的提示写明用哪一种。",
        ),
        (
            "Dates and years are unambiguous",
            "Year-month-day, year-month, four digits (1990 to 2099) or a span, 2016-2021; the hint says which.",
        ),
    ),
    (
        "RA109",
        Topic.FIELDS,
        (
            "编号只写编号",
            "arXiv 编号完整、不带版本，写在引号里：2410.07160 不加引号会被当作数字而丢掉末尾的 0。DOI 写 10.1109/…，不写 https://doi.org/…。",
        ),
        (
            "An id is bare",
            "An arXiv id is whole, without version and in quotes, for 2410.07160 without them is a number and loses its 0. A DOI is 10.1109/…, not https://doi.org/….",
        ),
    ),
    (
        "RA111",
        Topic.FIELDS,
        ("网址是公开的 https 地址", "不含端口、用户名、空格和非 ASCII 字符。"),
        ("An address is public and https", "Without port, user name, blank or non-ASCII character."),
    ),
    (
        "RA113",
        Topic.FIELDS,
        (
            "数量和结果是数字",
            "写 303M、~1B、>300M、2M-5M 或 0.3-30，不写“大型”“十亿级”；单位由字段决定，文件大小带单位：1.2 GB；个数是正整数。结果照来源写：71.29、95.6% 或 64.07 ± 0.25 (5)；差值和范围不是结果。",
        ),
        (
            "Quantities and results are numbers",
            "303M, ~1B, >300M, 2M-5M or 0.3-30, never “large” or “billion-scale”; its unit is the field's, but a file's size has one: 1.2 GB. A count is a whole number. A result is as its source prints it: 71.29, 95.6% or 64.07 ± 0.25 (5); differences and ranges are none.",
        ),
    ),
    (
        "RA124",
        Topic.FIELDS,
        (
            "来源指明位置",
            "写“来源#路径:行”“来源#位置”或 https 网址；来源是 paper、repo，或 sources、papers/_sources.yml 中的名称。",
        ),
        (
            "A reference names a place",
            "source#path:lines, source#place or an https address; a source is paper, repo, or a name of sources or _sources.yml.",
        ),
    ),
    (
        "RA129",
        Topic.FIELDS,
        ("条目是第二种写法", "骨干、参数量、分辨率和预训练数据现在写成变体、数字和数据记录；提示里有新的写法。"),
        (
            "An entry has the second form",
            "Backbone, parameters, resolution and data are variants, numbers and records now; the hint shows how.",
        ),
    ),
    (
        "RA114",
        Topic.FIELDS,
        ("一个文件的问题列得完", "超过 100 个问题后不再列出：往往是同一个原因。"),
        ("The problems of a file can be listed", "After 100 the rest is left out: they mostly have one cause."),
    ),
)
_LINKS: tuple[_Row, ...] = (
    (
        "RA051",
        Topic.LINKS,
        ("链接有效", "rsfm links 在三个不同的日子访问都失败，才算失效。"),
        ("A link is alive", "It counts as dead after rsfm links failed to reach it on three different days."),
    ),
    (
        "RA052",
        Topic.LINKS,
        ("链接没有永久转移", "旧地址可能随时停用。"),
        ("A link has not moved for good", "The old address may stop at any time."),
    ),
    (
        "RA053",
        Topic.LINKS,
        ("链接通往公开网络", "rsfm links 从不访问非公开的主机。"),
        ("A link leads into the public network", "rsfm links never contacts a private host."),
    ),
)
_MENDED = ("RA109", "RA111")

for _code, _topic, _zh, _en in (*_FORM, *_FILES, *_FIELDS):
    register(_code, ERROR, _topic, _zh, _en, mends=_code in _MENDED)
for _code, _topic, _zh, _en in _LINKS:
    register(_code, WARNING, _topic, _zh, _en)
register(
    "RA005",
    WARNING,
    Topic.FORM,
    ("文件不以字节顺序标记开头", "有的工具会把它当作第一个字段名的一部分。"),
    ("A file does not begin with a byte order mark", "Some tools take it for a part of the first field's name."),
    mends=True,
)
