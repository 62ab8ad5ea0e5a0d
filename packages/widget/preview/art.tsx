import type { Art } from './products.ts'

/** The piece on its shelf, drawn rather than photographed, so that nothing is fetched. */
export const Still = ({ art }: { art: Art }) => (
  <svg class="still" viewBox="0 0 640 568" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect class="wall" width="640" height="568" />
    <path class="light" d="M420 0h150l-210 400H90z" />
    <rect class="shelf" y="396" width="640" height="172" />
    <Piece art={art} />
  </svg>
)

function Piece({ art }: { art: Art }) {
  switch (art) {
    case 'bowl':
      return (
        <>
          <Mug x={478} y={338} size={1.25} />
          <Bowl x={276} y={344} size={1.3} />
        </>
      )
    case 'mug':
      return (
        <>
          <Mug x={236} y={310} size={2.2} />
          <Mug x={462} y={346} size={1.3} />
        </>
      )
    case 'plate':
      return (
        <>
          <Plate x={320} y={300} size={1.4} />
          <Mug x={520} y={366} size={0.9} />
        </>
      )
    case 'jug':
      return (
        <>
          <Jug x={280} y={270} size={1.5} />
          <Bowl x={488} y={386} size={0.5} />
        </>
      )
  }
}

type Place = { x: number; y: number; size: number }
const at = ({ x, y, size }: Place): string => `translate(${x} ${y}) scale(${size})`
const Shade = ({ rx, y }: { rx: number; y: number }) => <ellipse cy={y} rx={rx} ry={rx / 9} fill="#000" opacity="0.1" />

const Bowl = (place: Place) => (
  <g transform={at(place)}>
    <Shade rx={150} y={78} />
    <path d="M-44 70h88l-8 12h-72z" fill="#6f4a36" />
    <path d="M-150 -20c4 66 60 96 150 96s146-30 150-96z" fill="#9fb4ad" />
    <path d="M-150 -20c4 66 60 96 150 96 30 0 57-3 79-10-92-2-160-30-178-86z" fill="#86a09a" />
    <path d="M-128 32c30 30 74 44 128 44s98-14 128-44c-40 14-90 20-128 20s-88-6-128-20z" fill="#a9714f" />
    <ellipse cy="-20" rx="150" ry="30" fill="#c3d1cb" />
    <ellipse cy="-17" rx="137" ry="23" fill="#5f7f7b" />
    <path d="M-137 -17c0 13 61 23 137 23s137-10 137-23c-20 9-70 14-137 14s-117-5-137-14z" fill="#7d9b95" />
  </g>
)

const Mug = (place: Place) => (
  <g transform={at(place)}>
    <Shade rx={56} y={62} />
    <path d="M42 -20c30-6 34 44-2 46" fill="none" stroke="#b98a68" stroke-width="9" />
    <path d="M-48 -40h96l-8 100h-80z" fill="#c69a78" />
    <path d="M-48 -40h34l6 100h-32z" fill="#b58663" />
    <path d="M-48 -40h96l-3 38c-20 12-70 12-90 0z" fill="#e8ded0" />
    <ellipse cy="-40" rx="48" ry="10" fill="#f3ece1" />
    <ellipse cy="-39" rx="42" ry="7.5" fill="#5a4335" />
  </g>
)

const Plate = (place: Place) => (
  <g transform={at(place)}>
    <Shade rx={160} y={70} />
    <path d="M-160 40c10 24 70 34 160 34s150-10 160-34z" fill="#86a09a" />
    <ellipse cy="40" rx="160" ry="34" fill="#9fb4ad" />
    <ellipse cy="38" rx="118" ry="22" fill="#c3d1cb" />
    <ellipse cy="41" rx="104" ry="17" fill="#b2c4be" />
    <path d="M-160 40c4 8 12 13 24 17-6-6-9-11-10-17z" fill="#a9714f" />
  </g>
)

const Jug = (place: Place) => (
  <g transform={at(place)}>
    <Shade rx={62} y={98} />
    <path d="M40 -40c52-14 58 78 4 84" fill="none" stroke="#d3c7b6" stroke-width="12" />
    <path d="M-40 -90l-14 6 8 14c4 40-14 52-14 96 0 44 22 70 60 70s60-26 60-70c0-44-18-56-18-116z" fill="#e8ded0" />
    <path d="M-46 -70c4 40-14 52-14 96 0 44 22 70 60 70 8 0 15-1 21-3-34-10-43-40-41-74 2-40 10-50 8-109z" fill="#d9ccba" />
    <path d="M-54 60c10 24 28 36 54 36s44-12 54-36c-30 14-78 14-108 0z" fill="#a9714f" />
    <ellipse cx="-4" cy="-88" rx="44" ry="9" fill="#f3ece1" />
    <ellipse cx="-4" cy="-87" rx="36" ry="6" fill="#8b7a66" />
  </g>
)
