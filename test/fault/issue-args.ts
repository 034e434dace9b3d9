/** The arguments of `reportIssue` in the invented county. */
export const issueArgs = (issue: string, more: object = {}) => ({ issue, title: issue.slice(0, 40), note: '', aspect: 'safety', severity: 'day', township: 'north', lng: -20, lat: 64.5, ...more })
