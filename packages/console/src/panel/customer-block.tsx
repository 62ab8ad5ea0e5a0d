import { useTexts } from '../messages/language-context.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { CustomerActs } from './customer-acts.tsx'
import styles from './context-pane.module.css'
import { Block, Fact, Facts } from './facts.tsx'
import { panelTexts } from './texts.ts'

/** Who the site says that it is. */
export function CustomerBlock({ view: { customer, visitor } }: ViewProps) {
  const { context } = useTexts(panelTexts)
  if (!customer) return null
  return (
    <Block title={context.customer}>
      <Facts>
        <Fact name={context.customerId}>
          <code className={styles['code']} dir="auto">
            {customer.sub}
          </code>
        </Fact>
        {Object.entries(customer.attributes).map(([name, value]) => (
          <Fact key={name} name={name}>
            <span dir="auto">{typeof value === 'boolean' ? context.yesOrNo[value ? 'yes' : 'no'] : value}</span>
          </Fact>
        ))}
      </Facts>
      <CustomerActs customer={customer} visitor={visitor.id} />
    </Block>
  )
}
