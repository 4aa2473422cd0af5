import Foundation

/// A request over HTTP to a program on this machine. Foundation's own client refuses the answers of
/// Chromium's driver.
struct LocalRequest {
  let port: UInt16
  let method: String
  let path: String
  let body: [UInt8]

  /// Status and content of the answer.
  func answer() throws -> (status: Int, content: Data) {
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let connection = socket(AF_INET, kind, 0)
    guard connection >= 0 else { throw failure("no socket") }
    defer { close(connection) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw failure("no connection") }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json; charset=utf-8\r\nContent-Length: \(body.count)\r\n\r\n"
    var rest = ArraySlice(Array(head.utf8) + body)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { throw failure("cannot send") }
      rest = rest.dropFirst(count)
    }
    return try read(from: connection)
  }

  private func read(from connection: Int32) throws -> (status: Int, content: Data) {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var end: Int?
    var head = ""
    while end.map({ received.count < $0 }) ?? true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      received.append(contentsOf: buffer[..<count])
      guard end == nil, let gap = received.range(of: Data("\r\n\r\n".utf8)) else { continue }
      head = String(decoding: received[..<gap.lowerBound], as: UTF8.self)
      let length = head.lowercased().firstMatch(of: /content-length: *(\d+)/)?.output.1
      guard let length = length.flatMap({ Int($0) }) else { throw failure("no length: \(head)") }
      end = gap.upperBound + length
    }
    guard let end, received.count >= end,
      let length = head.lowercased()
        .firstMatch(of: /content-length: *(\d+)/).flatMap({ Int($0.output.1) }),
      let status = head.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { throw failure("answer cut short: \(head)") }
    return (status, received[(end - length)..<end])
  }

  private func failure(_ text: String) -> WebDriver.Failure {
    WebDriver.Failure(description: "\(method) \(path): \(text)")
  }
}
