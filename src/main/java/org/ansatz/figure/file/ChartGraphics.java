package org.ansatz.figure.file;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;

/** What {@link Graphics2D} can and no chart does: images, exclusive painting, copies of areas. All of it is refused. */
@SuppressWarnings("NullAway") // the parent's methods take and give null where its documentation says so
abstract class ChartGraphics extends Graphics2D {

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
