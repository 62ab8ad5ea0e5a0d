export type Product = { id: string; name: string; kind: string; price: string; text: string; sizes: readonly string[]; art: Art }
export type Art = 'bowl' | 'mug' | 'plate' | 'jug'

export const PRODUCTS: readonly Product[] = [
  {
    id: 'serving-bowl',
    name: 'Serving bowl, tide glaze',
    kind: 'Bowls',
    price: '€ 64.00',
    text: 'Thrown in Porto from local stoneware. Holds three litres, safe in the oven and in the dishwasher. No two rims are the same.',
    sizes: ['28 cm', '34 cm'],
    art: 'bowl',
  },
  {
    id: 'mug',
    name: 'Mug, raw clay',
    kind: 'Cups',
    price: '€ 22.00',
    text: 'Glazed inside, bare outside, so that the hand feels what it is made of. Holds a generous coffee and keeps it warm.',
    sizes: ['25 cl', '35 cl'],
    art: 'mug',
  },
  {
    id: 'dinner-plate',
    name: 'Dinner plate, tide glaze',
    kind: 'Plates',
    price: '€ 31.00',
    text: 'Flat where the food lies and raised where the thumb does. Six of them stack to the height of a hand.',
    sizes: ['22 cm', '27 cm'],
    art: 'plate',
  },
  {
    id: 'water-jug',
    name: 'Water jug, salt glaze',
    kind: 'Jugs',
    price: '€ 48.00',
    text: 'Pours without a drop to the side, which took us two winters. Fits into the door of most refrigerators.',
    sizes: ['1 l', '1.5 l'],
    art: 'jug',
  },
]
