import { SqliteQueryCompiler, ValueNode, type LimitNode } from 'kysely'

// SQLite looks at a limit while it plans; where that is a parameter it prepares the whole statement anew at each run.
export class LiteralLimits extends SqliteQueryCompiler {
  protected override visitLimit({ limit, ...node }: LimitNode): void {
    const isCount = ValueNode.is(limit) && Number.isSafeInteger(limit.value)
    super.visitLimit({ ...node, limit: isCount ? ValueNode.createImmediate(limit.value) : limit })
  }
}
