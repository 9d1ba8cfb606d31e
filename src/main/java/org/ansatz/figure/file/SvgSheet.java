package org.ansatz.figure.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on which a chart is painted, and which is SVG in the end. What is painted are filled and stroked shapes, text among
 * them: the picture looks the same wherever it is shown, and nothing in it is read as markup. Images, which charts do not
 * paint, are refused.
 */
@SuppressWarnings("NullAway") // the parent's methods take and give null where its documentation says so
final class SvgSheet extends ShapeGraphics {

    private final StringBuilder body;
    private final int[] clips;
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

    @Override
    public void fill(Shape shape) {
        body.append("<path d=\"");
        PathData.append(shape, transform(), body);
        body.append("\" fill=\"").append(hex(getColor())).append('"');
        opacity("fill-opacity");
        body.append(clipId).append("/>\n");
    }

    @Override
    public void draw(Shape shape) {
        body.append("<path d=\"");
        PathData.append(shape, transform(), body);
        body.append("\" fill=\"none\" stroke=\"").append(hex(getColor())).append('"');
        opacity("stroke-opacity");
        double scale = Math.sqrt(Math.abs(transform().getDeterminant()));
        body.append(" stroke-width=\"")
                .append(PathData.number(line().getLineWidth() * scale))
                .append('"');
        float[] dashes = line().getDashArray();
        if (dashes != null) {
            body.append(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                body.append(i == 0 ? "" : " ").append(PathData.number(dashes[i] * scale));
            }
            body.append('"');
        }
        body.append(line().getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
        body.append(line().getLineJoin() == BasicStroke.JOIN_ROUND ? " stroke-linejoin=\"round\"" : "");
        body.append(clipId).append("/>\n");
    }

    private void opacity(String attribute) {
        if (getColor().getAlpha() < 255) {
            body.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(PathData.number(getColor().getAlpha() / 255.0))
                    .append('"');
        }
    }

    private static String hex(Color color) {
        String digits = Integer.toHexString(color.getRGB() & 0xFFFFFF);
        return "#" + "0".repeat(6 - digits.length()) + digits;
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        super.setClip(shape);
        clipId = "";
        if (shape != null) {
            String id = "c" + ++clips[0];
            body.append("<clipPath id=\"").append(id).append("\"><path d=\"");
            PathData.append(shape, transform(), body);
            body.append("\"/></clipPath>\n");
            clipId = " clip-path=\"url(#" + id + ")\"";
        }
    }

    @Override
    public Graphics create() {
        SvgSheet copy = new SvgSheet(body, clips);
        copy.paintLike(this);
        copy.clipId = clipId;
        return copy;
    }
}
