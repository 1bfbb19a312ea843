"""What Chinese names are made of: surnames, words that follow them, and given names that are words too."""

from __future__ import annotations

_COMPOUND = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔
申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 拓跋 呼延 轩辕 百里 东郭 南门 西门 左丘 梁丘 公良
第五 歐陽 諸葛 尉遲 鍾離 長孫 鮮于
"""
_COMMON = """
王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢
姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常
汤赖樊葛邢施邬温祁冶才喇韵铁祝游包申仇翟尚柳管岳殷庄安章牛洪倪欧伍俞柯鲁耿齐单甘项车左柴骆聂焦路詹苗
凌霍喻阮裴舒屈解梅童蓝庞符纪翁柏费窦巩卜桂辛蔺
"""
_TITLES = """
总 董 经理 主任 主管 组长 队长 店长 站长 厂长 老板 会计 律师 师傅 先生 女士 小姐 同志 老师 姐 哥 叔 姨
工 书记 科长 主播 骑手 司机
"""
_ORDINARY = """
建设 建国 和平 文化 平安 安全 长江 黄河 海洋 国家 光明 前进 胜利 解放 建军 国庆 中华 东方 红旗 卫国 春天
春生 天才 高兴 成功 成立 进步 发展 团结 自强 自立 向前 向阳 正义 公正 永远 志愿 大海 大家 方向 方便 明白
明天 平常 平等 工作 工资 经理 公平 时间 时光 新华 新年 希望 幸福 健康 文明 文学 文件 生活 生日 太平 太阳
大山 大方 有为 有利 美丽 美好 开心 开放 小心 家庭 家政 运输 物流 传媒 网络 科技 合同 合作 劳动 银行 支付
双方 申请 调解 主播 平台 公司 西宁 青海 中国 人民
"""
_SHORT_WORDS = """
ab ai am cd cm db dj hr id ip it kg km ml mm no oa ok pc pk pm ps qq tv ui vs vx wx app atm ceo cfo coo
cpa cps crm cto doc erp gps kpi ktv mcn pdf pos ppt sim sms usb vip xls wifi
"""
COMPOUND = frozenset(_COMPOUND.split())
COMMON = frozenset("".join(_COMMON.split()))
TITLES = tuple(_TITLES.split())
CALLED = ("老", "小", "阿")
ORDINARY = frozenset(_ORDINARY.split())
"""Given names that are words as well: only looked at, never put out by themselves."""
SHORT_WORDS = frozenset(_SHORT_WORDS.split())
"""Letters that are words as well: as initials only looked at."""


def surname(name: str) -> str:
    """What a name begins with that is called the surname; of a name of four and more characters that
    begins with no compound one, the first character stands for it, as for names of minorities."""
    return name[:2] if name[:2] in COMPOUND and len(name) > 2 else name[:1]
