/** For each command: what it is called, what is said when it is done, and the verb of the feed. */
export const supplyDeeds = {
  zh: {
    receiveStock: ['入库', '已入库', '入库'],
    useStock: ['出库', '已出库', '出库'],
    countStock: ['盘点', '盘点已记账', '盘点'],
    importStock: ['导入库存', '库存已导入', '导入库存'],
    countHeads: ['登记人数', '人数已登记', '登记人数'],
    allocateSupplies: ['调拨', '已安排调拨', '安排调拨'],
    dispatchDelivery: ['发车', '已发车', '发车'],
    receiveDelivery: ['签收', '已签收', '签收'],
    cancelDelivery: ['取消调拨', '调拨已取消', '取消调拨'],
    explainDifference: ['说明差异', '差异已说明', '说明差异'],
    pledgeSupplies: ['登记认捐', '认捐已登记', '认捐'],
    receivePledge: ['认捐到货', '认捐已到货', '认捐到货'],
    withdrawPledge: ['取消认捐', '认捐已取消', '取消认捐'],
    recordPrices: ['登记价格', '价格已登记', '登记价格'],
  },
  en: {
    receiveStock: ['Stock in', 'Stock entered', 'stock in'],
    useStock: ['Stock out', 'Stock taken out', 'stock out'],
    countStock: ['Stocktaking', 'The count is in the books', 'stock counted'],
    importStock: ['Import stock', 'Stock imported', 'stock imported'],
    countHeads: ['Count people', 'Numbers saved', 'people counted'],
    allocateSupplies: ['Allocate', 'Allocated', 'allocated'],
    dispatchDelivery: ['Dispatch', 'On its way', 'dispatched'],
    receiveDelivery: ['Sign for it', 'Signed for', 'signed for'],
    cancelDelivery: ['Cancel the delivery', 'Delivery cancelled', 'delivery cancelled'],
    explainDifference: ['Explain the difference', 'Difference explained', 'difference explained'],
    pledgeSupplies: ['Enter a pledge', 'Pledge entered', 'pledged'],
    receivePledge: ['Pledge has come', 'Pledge received', 'pledge received'],
    withdrawPledge: ['Cancel the pledge', 'Pledge cancelled', 'pledge cancelled'],
    recordPrices: ['Enter prices', 'Prices entered', 'prices entered'],
  },
} as const

/** One column of such a table: 0 the name, 1 when it is done, 2 the verb. */
export function column<T extends Readonly<Record<string, readonly [string, string, string]>>>(table: T, index: 0 | 1 | 2): { readonly [K in keyof T]: string } {
  return Object.fromEntries(Object.entries(table).map(([name, words]) => [name, words[index]])) as { readonly [K in keyof T]: string }
}
