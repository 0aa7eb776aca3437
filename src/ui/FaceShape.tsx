interface FaceShapeProps {
  readonly stroke: string;
  readonly fill: string;
  readonly text: string;
}

/** A face in a picture of 16 x 16 units, in the colour of the text around it. */
export function FaceShape({ stroke, fill, text }: FaceShapeProps) {
  return (
    <>
      {stroke !== '' && (
        <path
          d={stroke}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.4}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {fill !== '' && <path d={fill} fill="currentColor" />}
      {text !== '' && (
        <text x={8} y={12.6} fontSize={13} textAnchor="middle" fill="currentColor">
          {text}
        </text>
      )}
    </>
  );
}
