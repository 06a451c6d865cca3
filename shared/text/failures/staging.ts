export const stagingFailures = {
  'import-asked': (p: { readonly question: string }) => `这一格还没有导入，先要回答：${p.question}`,
  'import-total-differs': (p: { readonly stated: string; readonly sum: string }) =>
    `合计写的是 ${p.stated}，各分项相加是 ${p.sum}，没有导入。请核对后选定以哪个为准。`,
  'import-stale': (p: {
    readonly name: string;
    readonly count: number;
    readonly region: string;
    readonly indicator: string;
  }) =>
    `核对“${p.name}”期间，其中 ${p.count} 个数据被别处改过（如${p.region}的${p.indicator}）。什么都没有写入；请看过重新比对的结果再导入。`,
  'import-sign-over-value': (p: { readonly sign: string; readonly value: string }) =>
    `表里是“${p.sign}”，数据里已有 ${p.value}，没有改动。确实没有这一项的，请在“数据”里把这一格标为“无此项”。`,
  'import-stopped': () => '导入已取消，什么都没有写入。',
  'import-over': () => '这次导入已经结束或取消。需要时请重新导入。',
  'import-running': (p: { readonly name: string }) =>
    `“${p.name}”还在导入，没有确认完，另一个文件没有开始。请先把它导入或放弃。`,
  'import-changed': () => '数据或回答在别处改过，这一步没有做。已经换成最新的，请看过后再做。',
  'import-unknown': (p: { readonly id: string }) =>
    `没有编号是“${p.id}”的导入。请用 huigao imports 查看各次导入的编号。`,
  'import-undone': (p: { readonly name: string }) => `“${p.name}”的这次导入已经撤销过，没有改动。`,
  'import-mapping-invalid': (p: { readonly name: string; readonly detail: string }) =>
    `对照文件“${p.name}”读不懂（${p.detail}），什么都没有导入。请按 --dry-run --json 给出的问题编号填写回答。`,
  'import-region-taken': (p: { readonly name: string; readonly owner: string }) =>
    `“${p.name}”已经是地区“${p.owner}”的名称，没有新增。请直接对应到“${p.owner}”。`,
  'import-region-refused': (p: { readonly name: string; readonly detail: string }) =>
    `地区不能叫“${p.name}”（${p.detail}），没有新增。请换一个名称。`,
  'import-region-parent': (p: { readonly name: string; readonly parent: string }) =>
    `找不到“${p.name}”的上级“${p.parent}”，没有新增。请先添加上级，或改为已有的地区。`,
} as const;
