package org.ansatz.figure.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Layer;
import org.ansatz.files.WholeFile;

/** Writes figures to files. The same figure gives the same SVG on one machine; fonts may differ on another. */
public final class FigureFile {

    /** Pixels of a PNG to a unit of the chart, so that it is sharp in print. */
    private static final int SHARPNESS = 2;

    private FigureFile() {}

    /**
     * Writes a figure as SVG, in place of what the file held.
     *
     * @throws IOException in a sentence, if that is not possible
     */
    public static void svg(Figure figure, Path file) throws IOException {
        byte[] svg = svg(figure).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(svg));
    }

    /**
     * Writes a figure as PNG, in place of what the file held.
     *
     * @throws IOException in a sentence, if that is not possible
     */
    public static void png(Figure figure, Path file) throws IOException {
        byte[] png = png(figure);
        WholeFile.write(file, out -> out.write(png));
    }

    /**
     * A figure as SVG.
     *
     * @throws IOException if Java can draw no text here
     */
    public static String svg(Figure figure) throws IOException {
        SvgSheet sheet = new SvgSheet();
        paint(figure, sheet);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(Charts.WIDTH)
                .append("\" height=\"")
                .append(Charts.HEIGHT)
                .append("\" viewBox=\"0 0 ")
                .append(Charts.WIDTH)
                .append(' ')
                .append(Charts.HEIGHT)
                .append("\" role=\"img\">\n<title>")
                .append(escaped(figure.title()))
                .append("</title>\n<desc>")
                .append(escaped(described(figure)))
                .append("</desc>\n");
        return svg.append(sheet.elements()).append("</svg>\n").toString();
    }

    /**
     * A figure as PNG.
     *
     * @throws IOException if Java can draw no text here
     */
    public static byte[] png(Figure figure) throws IOException {
        headless();
        BufferedImage image =
                new BufferedImage(SHARPNESS * Charts.WIDTH, SHARPNESS * Charts.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SHARPNESS, SHARPNESS);
            paint(figure, graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Java without its libraries for fonts, as on some servers, cannot lay out text, and says so by an error. */
    private static void paint(Figure figure, Graphics2D graphics) throws IOException {
        headless();
        try {
            Charts.paint(figure, graphics);
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

    /** What stands beside the picture for those who do not see it. */
    private static String described(Figure figure) {
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
