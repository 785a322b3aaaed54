/// Elements that draw, group or define, and no more.
let svgElements: Set<String> = [
  "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
  "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "style",
]

/// Left out without a word, since nothing that is seen goes with them.
let silentlyDropped: Set<String> = ["metadata", "title", "desc", "namedview", "RDF", "Work", "pgf", "perspective", "grid", "guide"]

/// Attributes of geometry and presentation.
let svgAttributes: Set<String> = [
  "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d", "points", "width", "height", "viewBox",
  "preserveAspectRatio", "transform", "pathLength", "rotate", "textLength", "lengthAdjust", "startOffset", "offset", "class", "style",
  "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
  "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "color", "opacity", "display", "visibility", "overflow", "clip-path",
  "clip-rule", "mask", "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "markerUnits", "orient", "refX",
  "refY", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits",
  "patternTransform", "clipPathUnits", "maskUnits", "maskContentUnits", "font-family", "font-size", "font-weight", "font-style",
  "font-variant", "font-stretch", "letter-spacing", "word-spacing", "text-anchor", "text-decoration", "dominant-baseline",
  "alignment-baseline", "baseline-shift", "writing-mode", "direction", "paint-order", "vector-effect", "shape-rendering",
  "text-rendering", "mix-blend-mode", "isolation", "version",
]
