import {
  BackSide,
  BufferAttribute,
  BufferGeometry,
  Color,
  ColorManagement,
  LinearSRGBColorSpace,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from "three";
import { type Camera, fieldOfView } from "./camera.js";
import type { Relief } from "./relief.js";
import { boxLines, type Colour, colours, contourLines, points, triangles } from "./shape.js";

// colours go to the screen as the style sheet says them
ColorManagement.enabled = false;

export interface SurfaceColours {
  low: Colour;
  high: Colour;
  line: Colour;
  box: Colour;
}

const lineOpacity = 0.75;
const boxOpacity = 0.45;
/** The lower side of the surface: what is inside a valley is seen through its wall. */
const glassOpacity = 0.34;

/** The surface itself, drawn by WebGL into a canvas whenever `draw` is called. */
export class SurfacePicture {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(fieldOfView, 1, 1, 20);
  readonly #surface = new BufferGeometry();
  readonly #contours = new BufferGeometry();
  readonly #box = new BufferGeometry();
  // the surface is pushed back a little, so that lines on it are in front of it
  readonly #upper = new MeshBasicMaterial({
    vertexColors: true,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 2,
  });
  readonly #lower = new MeshBasicMaterial({
    vertexColors: true,
    side: BackSide,
    transparent: true,
    opacity: glassOpacity,
    depthWrite: false,
  });
  readonly #line = new LineBasicMaterial({ transparent: true, opacity: lineOpacity });
  readonly #edge = new LineBasicMaterial({ transparent: true, opacity: boxOpacity });
  #relief: Relief | undefined;
  #colours: SurfaceColours | undefined;

  constructor(canvas: HTMLCanvasElement, context: WebGL2RenderingContext) {
    this.#renderer = new WebGLRenderer({ canvas, context });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    this.#renderer.debug.checkShaderErrors = false;
    this.#box.setAttribute("position", new BufferAttribute(boxLines(), 3));
    const glass = new Mesh(this.#surface, this.#lower);
    glass.renderOrder = 1;
    this.#scene.add(
      new LineSegments(this.#box, this.#edge),
      new Mesh(this.#surface, this.#upper),
      new LineSegments(this.#contours, this.#line),
      glass,
    );
  }

  /** Draws the surface as `camera` sees it, with `ratio` points of the screen to a pixel. */
  draw(relief: Relief, camera: Camera, colouring: SurfaceColours, ratio: number): void {
    if (relief !== this.#relief) this.#take(relief);
    if (relief !== this.#relief || colouring !== this.#colours) this.#paint(relief, colouring);
    this.#relief = relief;
    this.#colours = colouring;
    this.#renderer.setPixelRatio(ratio);
    this.#renderer.setSize(camera.width, camera.height, false);
    this.#camera.aspect = camera.width / camera.height;
    this.#camera.zoom = camera.zoom;
    this.#camera.position.set(...camera.position);
    this.#camera.up.set(...camera.up);
    this.#camera.lookAt(...camera.target);
    this.#camera.updateProjectionMatrix();
    this.#renderer.render(this.#scene, this.#camera);
  }

  dispose(): void {
    for (const one of [this.#surface, this.#contours, this.#box]) one.dispose();
    for (const one of [this.#upper, this.#lower, this.#line, this.#edge]) one.dispose();
    this.#renderer.dispose();
    // a browser gives a page few contexts: this one is not left to the garbage collector
    this.#renderer.forceContextLoss();
  }

  #take(relief: Relief): void {
    const { columns, rows } = relief;
    if (columns !== this.#relief?.columns || rows !== this.#relief.rows) {
      this.#surface.setIndex(new BufferAttribute(triangles(relief), 1));
    }
    setPoints(this.#surface, "position", points(relief));
    setPoints(this.#contours, "position", contourLines(relief));
    for (const one of [this.#surface, this.#contours]) one.computeBoundingSphere();
  }

  #paint(relief: Relief, { low, high, line, box }: SurfaceColours): void {
    setPoints(this.#surface, "color", colours(relief, low, high));
    this.#line.color = new Color(...line);
    this.#edge.color = new Color(...box);
  }
}

/** Gives a geometry three numbers a point, and what it had before back to the graphics memory. */
function setPoints(geometry: BufferGeometry, name: "position" | "color", values: Float32Array) {
  const known = geometry.getAttribute(name);
  if (known?.array.length === values.length) {
    known.array.set(values);
    known.needsUpdate = true;
  } else {
    geometry.dispose();
    geometry.setAttribute(name, new BufferAttribute(values, 3));
  }
}
