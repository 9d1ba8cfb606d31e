package org.ansatz.figure.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Graphic;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Schematic;
import org.ansatz.files.WholeFile;

/** Writes pictures to files. The same graphic gives the same SVG on one machine; fonts may differ on another. */
public final class FigureFile {

    /** Pixels of a PNG to a unit of the chart, so that it is sharp in print. */
    private static final int SHARPNESS = 2;

    private FigureFile() {}

    /**
     * Writes a graphic as SVG, in place of what the file held.
     *
     * @throws IOException in a sentence, if that is not possible
     */
    public static void svg(Graphic graphic, Path file) throws IOException {
        byte[] svg = svg(graphic).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(svg));
    }

    /**
     * Writes a graphic as PNG, in place of what the file held.
     *
     * @throws IOException in a sentence, if that is not possible
     */
    public static void png(Graphic graphic, Path file) throws IOException {
        byte[] png = png(graphic);
        WholeFile.write(file, out -> out.write(png));
    }

    /**
     * A graphic as SVG.
     *
     * @throws IOException if Java can draw no text here
     */
    public static String svg(Graphic graphic) throws IOException {
        int width = width(graphic);
        int height = height(graphic);
        SvgSheet sheet = new SvgSheet();
        paint(graphic, sheet);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\">\n<title>")
                .append(escaped(graphic.title()))
                .append("</title>\n<desc>")
                .append(escaped(described(graphic)))
                .append("</desc>\n");
        return svg.append(sheet.elements()).append("</svg>\n").toString();
    }

    /**
     * A graphic as PNG.
     *
     * @throws IOException if Java can draw no text here
     */
    public static byte[] png(Graphic graphic) throws IOException {
        headless();
        int width = width(graphic);
        int height = height(graphic);
        BufferedImage image = new BufferedImage(SHARPNESS * width, SHARPNESS * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SHARPNESS, SHARPNESS);
            paint(graphic, graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Java without its libraries for fonts, as on some servers, cannot lay out text, and says so by an error. */
    private static void paint(Graphic graphic, Graphics2D graphics) throws IOException {
        headless();
        try {
            if (graphic instanceof Schematic schematic) {
                SchematicPainter.paint(schematic, graphics);
            } else {
                Charts.paint((Figure) graphic, graphics);
            }
        } catch (LinkageError | InternalError e) {
            throw new IOException(
                    "Java finds no fonts on this machine to draw with (on Debian: apt install fontconfig fonts-dejavu)",
                    e);
        }
    }

    private static void headless() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static int width(Graphic graphic) {
        return graphic instanceof Schematic schematic ? SchematicPainter.width(schematic) : Charts.WIDTH;
    }

    private static int height(Graphic graphic) {
        return graphic instanceof Schematic schematic ? SchematicPainter.height(schematic) : Charts.HEIGHT;
    }

    /** What stands beside the graphic for those who do not see it. */
    public static String described(Graphic graphic) {
        if (graphic instanceof Schematic schematic) {
            List<String> lines = new ArrayList<>(schematic.parts());
            lines.addAll(schematic.notes());
            return String.join("; ", lines);
        }
        Figure figure = (Figure) graphic;
        StringBuilder text =
                new StringBuilder(figure.y().label() + " against " + figure.x().label());
        for (Layer layer : figure.layers()) {
            text.append(layer.label().isEmpty() ? "" : "; " + layer.label());
        }
        return figure.note().isEmpty() ? text.toString() : text + ". " + figure.note();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
