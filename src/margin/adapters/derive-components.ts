/** Whether a component of Derive's rule books is a factor, and not an amount of money. */
export function isFactor(component: string): boolean {
  return /factor$|^(long|short) discount of /i.test(component);
}
