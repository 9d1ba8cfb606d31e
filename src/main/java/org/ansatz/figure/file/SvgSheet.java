package org.ansatz.figure.file;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on which a chart is painted, and which is SVG in the end. What is painted are filled and stroked shapes, text among
 * them: the picture looks the same wherever it is shown, and nothing in it is read as markup. Images, which charts do not
 * paint, are refused.
 */
@SuppressWarnings("NullAway") // the parent's methods take and give null where its documentation says so
final class SvgSheet extends Graphics2D {

    private final StringBuilder body;
    private final int[] clips;
    private AffineTransform transform = new AffineTransform();
    private Color color = Color.BLACK;
    private BasicStroke stroke = new BasicStroke();
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private RenderingHints hints = new RenderingHints(Map.of());
    private @Nullable Shape clip;
    private String clipId = "";

    SvgSheet() {
        this(new StringBuilder(), new int[1]);
    }

    private SvgSheet(StringBuilder body, int[] clips) {
        this.body = body;
        this.clips = clips;
    }

    /** The elements painted so far. */
    String elements() {
        return body.toString();
    }

    // ---- painting

    @Override
    public void fill(Shape shape) {
        body.append("<path d=\"");
        PathData.append(shape, transform, body);
        body.append("\" fill=\"").append(hex(color)).append('"');
        opacity("fill-opacity");
        body.append(clipId).append("/>\n");
    }

    @Override
    public void draw(Shape shape) {
        body.append("<path d=\"");
        PathData.append(shape, transform, body);
        body.append("\" fill=\"none\" stroke=\"").append(hex(color)).append('"');
        opacity("stroke-opacity");
        double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
        body.append(" stroke-width=\"")
                .append(PathData.number(stroke.getLineWidth() * scale))
                .append('"');
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            body.append(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                body.append(i == 0 ? "" : " ").append(PathData.number(dashes[i] * scale));
            }
            body.append('"');
        }
        body.append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
        body.append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? " stroke-linejoin=\"round\"" : "");
        body.append(clipId).append("/>\n");
    }

    private void opacity(String attribute) {
        if (color.getAlpha() < 255) {
            body.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(PathData.number(color.getAlpha() / 255.0))
                    .append('"');
        }
    }

    private static String hex(Color color) {
        String digits = Integer.toHexString(color.getRGB() & 0xFFFFFF);
        return "#" + "0".repeat(6 - digits.length()) + digits;
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (!text.isBlank()) {
            Shape outline = new TextLayout(text, font, getFontRenderContext())
                    .getOutline(AffineTransform.getTranslateInstance(x, y));
            fill(outline);
        }
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        Color before = color;
        color = Color.WHITE;
        fillRect(x, y, width, height);
        color = before;
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new java.awt.geom.RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new java.awt.geom.RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        draw(new java.awt.geom.Arc2D.Double(x, y, width, height, start, angle, java.awt.geom.Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        fill(new java.awt.geom.Arc2D.Double(x, y, width, height, start, angle, java.awt.geom.Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int count) {
        draw(polygon(xs, ys, count, false));
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        draw(polygon(xs, ys, count, true));
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        fill(polygon(xs, ys, count, true));
    }

    private static Path2D polygon(int[] xs, int[] ys, int count, boolean closed) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        if (closed && count > 0) {
            path.closePath();
        }
        return path;
    }

    // ---- where and with what

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = shape;
        clipId = "";
        if (shape != null) {
            String id = "c" + ++clips[0];
            body.append("<clipPath id=\"").append(id).append("\"><path d=\"");
            PathData.append(shape, transform, body);
            body.append("\"/></clipPath>\n");
            clipId = " clip-path=\"url(#" + id + ")\"";
        }
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public void clip(Shape shape) {
        if (clip == null) {
            setClip(shape);
        } else {
            Area both = new Area(clip);
            both.intersect(new Area(shape));
            setClip(both);
        }
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    public @Nullable Shape getClip() {
        return clip;
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        return clip == null ? null : clip.getBounds();
    }

    @Override
    public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
        Shape hit = onStroke ? stroke.createStrokedShape(shape) : shape;
        return transform.createTransformedShape(hit).intersects(rectangle);
    }

    @Override
    public void setColor(@Nullable Color newColor) {
        color = newColor == null ? color : newColor;
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setPaint(Paint paint) {
        setColor(paint instanceof Color ? (Color) paint : null);
    }

    @Override
    public Paint getPaint() {
        return color;
    }

    @Override
    public void setStroke(Stroke newStroke) {
        stroke = newStroke instanceof BasicStroke ? (BasicStroke) newStroke : stroke;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setFont(@Nullable Font newFont) {
        font = newFont == null ? font : newFont;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public FontMetrics getFontMetrics(Font of) {
        Graphics measuring = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return measuring.getFontMetrics(of);
        } finally {
            measuring.dispose();
        }
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return new FontRenderContext(null, true, true);
    }

    @Override
    public void setTransform(AffineTransform newTransform) {
        transform = new AffineTransform(newTransform);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void transform(AffineTransform further) {
        transform.concatenate(further);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        hints.put(key, value);
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> newHints) {
        hints = new RenderingHints(Map.of());
        addRenderingHints(newHints);
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        hints.putAll(more);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return hints;
    }

    @Override
    public Graphics create() {
        SvgSheet copy = new SvgSheet(body, clips);
        copy.transform = getTransform();
        copy.color = color;
        copy.stroke = stroke;
        copy.font = font;
        copy.clip = clip;
        copy.clipId = clipId;
        return copy;
    }

    @Override
    public void dispose() {}

    @Override
    public Composite getComposite() {
        return AlphaComposite.SrcOver;
    }

    @Override
    public Color getBackground() {
        return Color.WHITE;
    }

    // ---- what no chart does

    private static UnsupportedOperationException unknown(String what) {
        return new UnsupportedOperationException(what + " is nothing that a chart does");
    }

    @Override
    public void setComposite(Composite composite) {
        throw unknown("mixing");
    }

    @Override
    public void setBackground(Color background) {
        throw unknown("another background");
    }

    @Override
    public void setPaintMode() {}

    @Override
    public void setXORMode(Color with) {
        throw unknown("inverting");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw unknown("copying");
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw unknown("asking for a device");
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        fill(new TextLayout(text, getFontRenderContext()).getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    @Override
    public boolean drawImage(Image image, AffineTransform to, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp change, int x, int y) {
        throw unknown("an image");
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform to) {
        throw unknown("an image");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform to) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color behind, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, Color behind, ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(
            Image image,
            int x1,
            int y1,
            int x2,
            int y2,
            int fromX1,
            int fromY1,
            int fromX2,
            int fromY2,
            ImageObserver observer) {
        throw unknown("an image");
    }

    @Override
    public boolean drawImage(
            Image image,
            int x1,
            int y1,
            int x2,
            int y2,
            int fromX1,
            int fromY1,
            int fromX2,
            int fromY2,
            Color behind,
            ImageObserver observer) {
        throw unknown("an image");
    }
}
