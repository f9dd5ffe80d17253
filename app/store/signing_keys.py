"""The specialist's signing key: ECDSA P-256, wrapped under their PIN.

An open program cannot sign without the PIN. Six digits only slow down somebody who
holds the open store: Argon2id makes each guess cost, no more.
"""

import os
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

PrivateKey = ec.EllipticCurvePrivateKey

_MEMORY_KIB = 64 * 1024
_SALT = 16
_NONCE = 12


class WrongPin(Exception):
    """The PIN does not open the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A key as the store keeps it.

    Attributes:
        fingerprint: First 16 hexadecimal digits of the public key's SHA-256.
        public_key: PEM.
        wrapped: Salt, nonce and the private key under AES-256-GCM.
    """

    fingerprint: str
    public_key: str
    wrapped: bytes


def make_signing_key(pin: str) -> SigningKey:
    """Make a new key that only this PIN opens."""
    return wrap_signing_key(ec.generate_private_key(ec.SECP256R1()), pin)


def wrap_signing_key(private: PrivateKey, pin: str) -> SigningKey:
    """Wrap a private key under a PIN."""
    public = private.public_key()
    der = public.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    pem = public.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    fingerprint = sha256(der).hexdigest()[:16]
    plain = private.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    sealed = AESGCM(_key_of(pin, salt)).encrypt(nonce, plain, fingerprint.encode())
    return SigningKey(
        fingerprint=fingerprint, public_key=pem.decode(), wrapped=salt + nonce + sealed
    )


def open_signing_key(key: SigningKey, pin: str) -> PrivateKey:
    """Return the private key.

    Raises:
        WrongPin: The PIN does not open it.
    """
    salt, rest = key.wrapped[:_SALT], key.wrapped[_SALT:]
    try:
        plain = AESGCM(_key_of(pin, salt)).decrypt(
            rest[:_NONCE], rest[_NONCE:], key.fingerprint.encode()
        )
    except InvalidTag:
        raise WrongPin from None
    private = serialization.load_der_private_key(plain, password=None)
    assert isinstance(private, PrivateKey)
    return private


def sign(private: PrivateKey, words: str) -> str:
    """Return the signature of a text, in hexadecimal."""
    return private.sign(words.encode(), ec.ECDSA(hashes.SHA256())).hex()


def signature_holds(public_key: str, words: str, signature: str) -> bool:
    """Say whether a signature is of this text and by this key (PEM)."""
    try:
        public = serialization.load_pem_public_key(public_key.encode())
        if not isinstance(public, ec.EllipticCurvePublicKey):
            return False
        public.verify(
            bytes.fromhex(signature), words.encode(), ec.ECDSA(hashes.SHA256())
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def _key_of(pin: str, salt: bytes) -> bytes:
    return Argon2id(
        salt=salt, length=32, iterations=3, lanes=4, memory_cost=_MEMORY_KIB
    ).derive(pin.encode())
