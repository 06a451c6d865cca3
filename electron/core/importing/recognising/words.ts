/** The words by which forms say how they are built. All are matched against folded texts: no blanks, ASCII widths. */

/** 计, 其中 and their like say how a heading stands to its neighbours, and name nothing. */
const structure = /^(总?合计|总计|共计|小计|计|总数|其中|分项)$/;

/** A heading that holds the whole of its group. */
const whole = /^(总?合计|总计|共计|小计|计|总数)$/;

/** `其中`, `其中：女` */
const included = /^其中:?(.*)$/;

/** Divide whatever is counted, also where the catalogue does not: by sex, and by where people live. */
const divider =
  /^([男女](性|生|童|学生|教师|职工)?|(城区|镇区|乡村|农村|城市|城镇|县城|县镇|乡镇|牧区)(学校|学生|地区)?)$/;

const total =
  /^(总?合计|总计|共计|全[国省市县区州盟旗镇乡校](总?合计|总计|小计)?|本[省市县区]((总?合)?计|总计)?|[省市县区]((总?合)计|总计))$/;

const subtotal = /^.{0,20}小计$/;

/** Rows below the figures that hold none, whatever numbers stand in them. */
const tail =
  /^([(【[]?(注|备注|附注|说明|填表说明|填报说明)[\])】]?[:.、\d]|(注|说明|备注)$|\*|[①②③④⑤]|(数据|资料)?来源|填[表报]人|制表人?|审核人?|复核人?|经办人|(单位|部门)?负责人|联系(人|电话)|主管领导|打印(日期|时间):)/;

/** Cells of the title rows: who filled the form in, when, and in what units. */
const titleLabel =
  /^[(（]?((填[报表]|报送|编制|制表|主管|上报)(单位|部门|机关|日期|时间|人)|(计量)?单位|金额单位|制表|表号|文号|批准机关|制定机关|有效期至?|统计时点|截[至止](日期|时间)?|报告期|所属期|数据库|指标|时间|地区|年[份度])(\(.*\))?:/;

export const headings = {
  order: /^(序号|编号|行次|栏次|行号|排序|№|No\.?)$/i,
  code: /(代码|编码|标识码|区划码)$/,
  remark:
    /^(备注|说明|附注|备考|联系人|联系方式|联系电话|电话|手机号?|填[表报]人|负责人|(数据)?来源|审核人|经办人|修订|出处)/,
  /** The same, and nothing behind it that is counted. */
  onlyRemark:
    /^(备注|说明|附注|备考|联系人|联系方式|联系电话|电话|手机号?|填[表报]人|负责人|(数据)?来源|审核人|经办人|修订|出处)(姓名|签[字名]|(联系)?电话|手机号?|号码|意见|说明|内容|时间|日期|\d+|\(.*\))?$/,
  comparison:
    /^((比|较|与|同)?(上年|去年|上期|上学年|同期|上年同期|去年同期)?(相比)?(增减|增长|增幅|增速|变化|升降|增加|减少|±)(数|额|量|人数|幅度|率|情况|百分点|[+-]?%)?|[同环]比[±+-]?%?((增减|增长|增幅|增速|变化|升降)(率|幅度|情况|[+-]?%)?)?|占(总数|合计|全[省市县]|总人数|总额)?(的)?(比|比例|比重|百分比)%?|(所占)?(比重|百分比)%?)$/,
  date: /(日期|时间)$/,
  unit: /^(计量|金额|货币|数量)?单位$/,
  period: /^(年份|年度|年|统计年[份度]|期|期别|所属期|统计期|报告期|学年度?|学期|半年|季度|月份|时间|year)$/i,
  region:
    /^(地区|省|市|县|区|省份|城市|区县|县区|市县|县市|区域|地市|行政区划?|单位|学校|校名|名称|.*(单位|学校|地区|区县|县区|园所)(名称)?)$/,
  indicator: /^(指标|项目|内容|类别|种类|统计项目|资助项目|分类|.*(指标|项目)(名称)?)$/,
  value: /^(数值|数量|数|值|指标值|数据|完成数|实际数|实有数|本期数?)$/,
} as const;

export const isStructure = (word: string): boolean => structure.test(word);
const place = /.(省|自治区|特别行政区|市|州|盟|县|区|旗|镇|乡|街道)$/;
/** Kinds of places, and places that are told by where they lie: what divides, not what is called so. */
const noPlace =
  /^(全|本|各|市|县|区|省|其他|外)?[省市县区镇乡]$|([校园学市城县镇乡郊辖社小山片库牧农平原灾考景]|地|片)区$|^(城|乡)镇$/;
/** Whether a name that nobody knows is likely that of a region. */
export const isPlaceName = (text: string): boolean => text.length <= 12 && place.test(text) && !noPlace.test(text);

const kindOfPlace = /^(县|区|市|县市|市县|区县|县区|市区|城区|主城区|中心城区|市辖区|县域|县级市|郊县|郊区)$/;
/** By which counties are grouped. */
export const isKindOfPlace = (text: string): boolean => kindOfPlace.test(text);

const school =
  /(小学|中学|学校|学院|幼儿园|附小|附中|教学点|[一二三四五六七八九十]小|[一二三四五六七八九十]中)(\(.+\))?$/;
/** One school, not schools of a kind: 第一小学, 实验中学. */
const oneSchool =
  /(第[一二三四五六七八九十百\d]+|实验|中心|附属|希望|外国语)(小学|初?中学?|学校|初级中学|高级中学|幼儿园)/;
export const namesOneSchool = (text: string): boolean => oneSchool.test(text);
export const isSchoolName = (text: string): boolean => school.test(text);
/** Make something else of what they stand above or below: what is planned, new, or a place in an order. */
const qualifier =
  /计划|规划|目标|预[计测算]|^拟|^新[增招建]|净增|增[加长减]|减少|退出|转[入出]|排名|排位|位次|名次|占比|比[例重]|[增降]幅|增速|同比|环比|缺额|缺口/;
export const isQualifier = (word: string): boolean => qualifier.test(word);
export const isDivider = (word: string): boolean => divider.test(word);
export const isWhole = (word: string): boolean => whole.test(word);
export const isTotalWord = (label: string): boolean => total.test(label);
export const isSubtotalWord = (label: string): boolean => subtotal.test(label);
export const isTail = (text: string): boolean => tail.test(text);
export const isTitleLabel = (text: string): boolean => titleLabel.test(text);

/** What an 其中 speaks of: `女` of `其中:女`, empty for a bare 其中, null where there is none. */
export function includedWord(text: string): string | null {
  return included.exec(text)?.[1] ?? null;
}

export const isAxisHeading = (text: string): boolean =>
  headings.region.test(text) || headings.indicator.test(text) || headings.period.test(text);
