/** Laws of the state by their names without 中华人民共和国. A list that is known, not one that is whole: a name that is not in it is not wrong. */
export const lawNames: readonly string[] = `
  宪法 民法典 刑法 刑事诉讼法 民事诉讼法 行政诉讼法 行政处罚法 行政许可法 行政强制法 行政复议法
  立法法 监察法 监督法 公务员法 国家赔偿法 治安管理处罚法 档案法 保守国家秘密法 国家安全法 教育法
  义务教育法 教师法 高等教育法 职业教育法 民办教育促进法 家庭教育促进法 学前教育法 学位法
  国家通用语言文字法 爱国主义教育法 国防教育法 未成年人保护法 预防未成年人犯罪法 妇女权益保障法
  残疾人保障法 无障碍环境建设法 老年人权益保障法 母婴保健法 精神卫生法 反家庭暴力法 收养法 婚姻法
  食品安全法 传染病防治法 消防法 道路交通安全法 安全生产法 突发事件应对法 防震减灾法 禁毒法 体育法
  公共图书馆法 公共文化服务保障法 科学技术普及法 科学技术进步法 网络安全法 数据安全法 个人信息保护法
  统计法 预算法 审计法 会计法 政府采购法 招标投标法 采购法 税收征收管理法 个人所得税法 企业所得税法
  劳动法 劳动合同法 就业促进法 社会保险法 工会法 慈善法 公益事业捐赠法 红十字会法 兵役法 国防法
  国旗法 国徽法 国歌法 英雄烈士保护法 退役军人保障法 民族区域自治法 土地管理法 城乡规划法 建筑法
  环境保护法 水污染防治法 大气污染防治法 固体废物污染环境防治法 反食品浪费法 节约能源法 乡村振兴促进法
  村民委员会组织法 城市居民委员会组织法 农业法 著作权法 专利法 商标法 合同法 物权法 侵权责任法
  公司法 广告法 价格法 消费者权益保护法 产品质量法 献血法 医师法 药品管理法 疫苗管理法
  基本医疗卫生与健康促进法 人口与计划生育法 居民身份证法 户口登记条例 法律援助法 律师法 仲裁法
  人民调解法 社区矫正法 监狱法 人民武装警察法 反间谍法 反恐怖主义法 文物保护法 非物质文化遗产法
  黄河保护法 长江保护法 森林法 草原法 水法 防洪法 气象法 电影产业促进法
`
  .trim()
  .split(/\s+/);

/** A document with the number that it was issued under: 教基〔2020〕5号. */
export interface KnownDocument {
  readonly number: string;
  readonly title: string;
}

/** What a bureau adds to the lists. */
export interface OwnTitles {
  /** Names of laws without 中华人民共和国. */
  readonly laws: readonly string[];
  readonly documents: readonly KnownDocument[];
}

/** Documents that education reports rest on, with the numbers that they were issued under. */
export const knownDocuments: readonly KnownDocument[] = [
  { number: '教基〔2020〕5号', title: '教育部等十部门关于进一步加强控辍保学工作健全义务教育有保障长效机制的若干意见' },
  { number: '国办发〔2017〕72号', title: '国务院办公厅关于进一步加强控辍保学提高义务教育巩固水平的通知' },
  { number: '国发〔2016〕40号', title: '国务院关于统筹推进县域内城乡义务教育一体化改革发展的若干意见' },
  { number: '教督〔2017〕6号', title: '县域义务教育优质均衡发展督导评估办法' },
];
