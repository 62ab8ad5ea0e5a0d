import { useEffect, useState } from 'preact/hooks'
import { Still } from './art.tsx'
import { PRODUCTS, type Product } from './products.ts'

const SITE = 'Barro e Sal'
const CARE = [
  ['In the dishwasher', 'Everything we glaze may go in. Bare clay is happier with warm water and a soft brush.'],
  ['In the oven', 'Up to 220 °C. Put the piece in while the oven is cold, and let both warm up together.'],
  ['If it breaks on the way', 'Keep the shards, send us a picture, and the next one leaves the workshop within two days.'],
] as const

/** The pieces change without a page load, as in many shops; the page on care is a page of its own. */
export function Shop() {
  const [place, setPlace] = useState(placeNow())
  const [basket, setBasket] = useState(0)
  const product = PRODUCTS.find(({ id }) => id === place)

  useEffect(() => {
    const move = () => setPlace(placeNow())
    addEventListener('popstate', move)
    return () => removeEventListener('popstate', move)
  }, [])
  useEffect(() => {
    document.title = `${product?.name ?? (place === 'care' ? 'Care' : 'Tableware')} · ${SITE}`
    scrollTo(0, 0)
  }, [place])

  const go = (to: string) => (event: Event) => {
    event.preventDefault()
    history.pushState(null, '', addressOf(to))
    setPlace(to)
  }

  return (
    <>
      <header class="shop-nav">
        <a class="shop-name" href={addressOf('')} onClick={go('')}>
          {SITE}
        </a>
        <nav>
          <a href={addressOf('')} onClick={go('')}>
            Tableware
          </a>
          <a href={addressOf('care')}>Care</a>
          <span>Basket {basket}</span>
        </nav>
      </header>
      <main>
        {product ? (
          <Piece key={product.id} product={product} buy={() => setBasket(basket + 1)} />
        ) : place === 'care' ? (
          <Care />
        ) : (
          <Pieces go={go} />
        )}
      </main>
      <footer class="shop-foot">
        <span>{SITE}, Rua do Almada, Porto</span>
        <span>Stoneware, thrown and glazed by hand</span>
      </footer>
    </>
  )
}

const Pieces = ({ go }: { go: (to: string) => (event: Event) => void }) => (
  <ul class="shop-pieces">
    {PRODUCTS.map(({ id, name, price, art }) => (
      <li key={id}>
        <a href={addressOf(id)} onClick={go(id)}>
          <Still art={art} />
          <b>{name}</b>
          <span>{price}</span>
        </a>
      </li>
    ))}
  </ul>
)

function Piece({ product, buy }: { product: Product; buy: () => void }) {
  const [size, setSize] = useState(product.sizes[0])
  return (
    <article class="shop-piece">
      <Still art={product.art} />
      <div>
        <p class="shop-crumb">Tableware / {product.kind}</p>
        <h1>{product.name}</h1>
        <p class="shop-price">{product.price}</p>
        <p class="shop-text">{product.text}</p>
        <fieldset class="shop-sizes">
          <legend>Size</legend>
          {product.sizes.map((each) => (
            <button key={each} type="button" aria-pressed={each === size} onClick={() => setSize(each)}>
              {each}
            </button>
          ))}
        </fieldset>
        <button class="shop-buy" type="button" onClick={buy}>
          Add to basket
        </button>
        <p class="shop-crumb">Leaves the workshop within two days. Replaced if it breaks on the way.</p>
      </div>
    </article>
  )
}

const Care = () => (
  <article class="shop-care">
    <h1>Care</h1>
    {CARE.map(([title, text]) => (
      <section key={title}>
        <h2>{title}</h2>
        <p>{text}</p>
      </section>
    ))}
  </article>
)

const placeNow = (): string => new URLSearchParams(location.search).get('at') ?? ''
const addressOf = (place: string): string => (place ? `./preview?at=${place}` : './preview')
