const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
] as const;

/** Header `permissions-policy` of every page: the application uses no sensor and no device, so nothing in it may. */
export const permissionsPolicy = unused.map((feature) => `${feature}=()`).join(', ');
