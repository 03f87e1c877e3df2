package org.duetdb.sql;

/** A text that allows its characters to be looked at a number of times on average, and then fails. */
final class CountedText implements CharSequence {

    private final String text;
    private long left;

    CountedText(String text, int looks) {
        this.text = text;
        this.left = (long) looks * text.length();
    }

    private void look(int characters) {
        left -= characters;
        if (left < 0) {
            throw new AssertionError("the text was looked at too often");
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        look(1);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        look(end - start);
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
