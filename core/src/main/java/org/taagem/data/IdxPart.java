package org.taagem.data;

/**
 * What a pair of IDX files holds.
 *
 * @param dataset the labelled images
 * @param imagesSha256 SHA-256 of the images file, decompressed
 * @param labelsSha256 SHA-256 of the labels file, decompressed
 */
record IdxPart(Dataset dataset, String imagesSha256, String labelsSha256) {}
